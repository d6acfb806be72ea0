"""Values on their way between databases, held against what Dotmim.Sync 1.3 made of the same values."""
