"""A pipeline file with every part that there is."""

from __future__ import annotations

EXAMPLE = """\
#:schema ../schemas/pipeline.schema.json
version = 1
name = "retail"

[connections.hq]
url = { env = "HQ_DATABASE_URL" }
triggers = "extended"
scope_info_table = "scope_info"

[connections.shop-1]
url = "sqlite:///var/shop-1.db"
offline = "allowed"

[connections.shops]
for_each = { id = ["2", "3", "4"] }
url = "sqlite:///var/shop-{id}.db"

[connections.edge]
url = "https://sync.example/api/sync"
token = { env = "SYNC_TOKEN" }

[scopes.products]
server = "hq"
clients = ["shop-1", "shops"]
compat = 1
retention = "30d"
tables = [
  "ProductCategory",
  { schema = "sales", name = "Product", columns = ["ID"], direction = "download-only" },
]

[scopes.products.naming]
tracking_prefix = ""
tracking_suffix = "_tracking"
trigger_prefix = ""
trigger_suffix = ""
procedure_prefix = ""
procedure_suffix = ""

[scopes.products.options]
conflict_resolution_policy = "server-wins"
error_resolution_policy = "retry-on-next-sync"
batch_size_kib = 2000
disable_constraints_on_apply_changes = false
transaction_mode = "all-or-nothing"

[scopes.customers]
server = "hq"
clients = [{ connection = "shop-1", parameters = { City = "Toronto" } }]
tables = ["Address", "Customer", "CustomerAddress"]

[[scopes.customers.filters]]
table = "Address"
parameters = [
  { name = "City", column = "City" },
  { name = "Since", type = "string", max_length = 20, default = "", allow_null = true },
]
where = [{ column = "City", parameter = "City" }]
custom_where = []

[[scopes.customers.filters]]
table = "CustomerAddress"
parameters = [{ name = "City", table = "Address", column = "City" }]
where = [{ table = "Address", column = "City", parameter = "City" }]

[[scopes.customers.filters.joins]]
table = "Address"
type = "left"
left = { table = "CustomerAddress", column = "AddressID" }
right = { table = "Address", column = "AddressID" }

[policy]
allow = ["create-table:*", "add-column:Product"]
deny = []
"""
