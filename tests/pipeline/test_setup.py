"""From what was declared to what the other layers speak of."""

from __future__ import annotations

from dms_pipeline.pipeline.load import load
from dms_pipeline.pipeline.model import FromEnvironment, Offline
from dms_pipeline.pipeline.setup import ScopeClient, clients_of, connections_of, scopes_of, to_setup
from dms_pipeline.schema.document import setup_to_json
from dms_pipeline.schema.model import Join, SyncDirection
from tests.pipeline.example import EXAMPLE

FLEET = """\
version = 1
name = "retail"
connections.hq.url = "sqlite:///hq.db"
[connections.shops]
for_each = { id = ["2", 3] }
url = { env = "SHOP_{id}_URL" }
offline = "allowed"
[scopes.products]
server = "hq"
clients = [{ connection = "shops", parameters = { Shop = "{id}", Label = "shop {id} {x}" } }]
tables = ["Product"]
[[scopes.products.filters]]
table = "Product"
parameters = [{ name = "Shop", column = "Shop" }, { name = "Label", column = "Label" }]
where = [{ column = "Shop", parameter = "Shop" }]
"""


def test_a_fleet_is_one_connection_per_entry_named_after_it() -> None:
    connections = connections_of(load(FLEET))

    assert [connection.name for connection in connections] == ["hq", "shops-2", "shops-3"]
    assert connections[2].url == FromEnvironment(env="SHOP_3_URL")
    assert connections[2].offline is Offline.ALLOWED
    assert connections[2].declared_as == "shops"


def test_a_placeholder_alone_keeps_the_type_of_its_entry() -> None:
    """Other braces stay as they are."""
    assert clients_of(load(FLEET), "products") == (
        ScopeClient(connection="shops-2", parameters={"Shop": "2", "Label": "shop 2 {x}"}, position=0),
        ScopeClient(connection="shops-3", parameters={"Shop": 3, "Label": "shop 3 {x}"}, position=0),
    )


def test_an_endpoint_is_known_by_its_url_or_its_token() -> None:
    connections = {connection.name: connection.is_endpoint for connection in connections_of(load(EXAMPLE))}

    assert [name for name, is_endpoint in connections.items() if is_endpoint] == ["edge"]


def test_each_connection_knows_its_scopes() -> None:
    scopes = scopes_of(load(EXAMPLE))

    assert scopes["hq"] == scopes["shop-1"] == ("products", "customers")
    assert scopes["shops-4"] == ("products",)
    assert "edge" not in scopes


def test_a_scope_becomes_the_setup_that_the_reference_would_store() -> None:
    scopes = load(EXAMPLE).scopes

    assert setup_to_json(to_setup(scopes["products"])) == (
        '{"tbls":[{"tn":"ProductCategory","sn":"","cols":[]},{"tn":"Product","sn":"sales","cols":["ID"],"sd":2}],'
        '"fils":[],"spp":"","sps":"","tf":"","ts":"","ttp":"","tts":"_tracking"}'
    )
    assert setup_to_json(to_setup(scopes["customers"])) == (
        '{"tbls":[{"tn":"Address","sn":"","cols":[]},{"tn":"Customer","sn":"","cols":[]},'
        '{"tn":"CustomerAddress","sn":"","cols":[]}],'
        '"fils":[{"tn":"Address","j":[],"cw":[],'
        '"p":[{"n":"City","tn":"Address","sn":null,"ml":0},'
        '{"n":"Since","tn":null,"sn":null,"dt":16,"dv":"","an":true,"ml":20}],'
        '"w":[{"tn":"Address","cn":"City","pn":"City"}]},'
        '{"tn":"CustomerAddress","j":[{"je":1,"tn":"Address","ltn":"CustomerAddress","lcn":"AddressID",'
        '"rtn":"Address","rcn":"AddressID"}],"cw":[],"p":[{"n":"City","tn":"Address","sn":null,"ml":0}],'
        '"w":[{"tn":"Address","cn":"City","pn":"City"}]}]}'
    )


def test_choices_become_the_numbers_of_the_reference() -> None:
    setup = to_setup(load(EXAMPLE).scopes["products"])
    customers = to_setup(load(EXAMPLE).scopes["customers"])

    assert setup.tables is not None
    assert [table.direction for table in setup.tables] == [SyncDirection.BIDIRECTIONAL, SyncDirection.DOWNLOAD_ONLY]
    assert customers.filters is not None
    assert customers.filters[1].joins is not None
    assert customers.filters[1].joins[0].join is Join.LEFT
