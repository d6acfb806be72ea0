"""Where the world is touched: connections, the executor of plans, the peers of a sync, files and clocks."""
