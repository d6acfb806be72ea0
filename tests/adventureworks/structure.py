"""The nine tables of the AdventureWorks sample: names, columns, keys, foreign keys, as the public sample has them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A column with its type as PostgreSQL calls it."""

    name: str
    type: str
    null: bool
    serial: bool = False

    @property
    def bare_type(self) -> str:
        """The type without length or precision."""
        return self.type.partition("(")[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class ForeignKey:
    """A reference by one column; it has no actions."""

    name: str
    column: str
    table: str
    to: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table; parents stand before children in `TABLES`."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()


def _table(name: str, key: str, columns: str, *foreign_keys: tuple[str, str, str, str]) -> Table:
    # A column is "name type", with "?" behind it where it may be NULL; "serial" is an integer with a sequence.
    parsed = []
    for line in columns.strip().splitlines():
        column, kind = line.split()
        bare = kind.removesuffix("?")
        parsed.append(
            Column(
                name=column,
                type="integer" if bare == "serial" else bare,
                null=kind.endswith("?"),
                serial=bare == "serial",
            )
        )
    return Table(
        name=name,
        columns=tuple(parsed),
        key=tuple(key.split()),
        foreign_keys=tuple(ForeignKey(name=n, column=c, table=t, to=to) for n, c, t, to in foreign_keys),
    )


TABLES = (
    _table(
        "ProductDescription",
        "ProductDescriptionID",
        """
        ProductDescriptionID serial
        Description varchar(400)
        rowguid uuid
        ModifiedDate timestamptz
        """,
    ),
    _table(
        "ProductCategory",
        "ProductCategoryID",
        """
        ProductCategoryID uuid
        ParentProductCategoryID uuid?
        Name varchar(50)
        rowguid uuid?
        ModifiedDate timestamptz?
        IsActive boolean
        """,
        (
            "FK_ProductCategory_ProductCategory_ParentProductCategoryID_Prod",
            "ParentProductCategoryID",
            "ProductCategory",
            "ProductCategoryID",
        ),
    ),
    _table(
        "ProductModel",
        "ProductModelID",
        """
        ProductModelID serial
        Name varchar(50)
        CatalogDescription text?
        rowguid uuid
        ModifiedDate timestamptz
        """,
    ),
    _table(
        "Product",
        "ProductID",
        """
        ProductID serial
        Name varchar(50)
        ProductNumber varchar(25)
        Color varchar(15)?
        StandardCost numeric(19,4)
        ListPrice numeric(19,4)
        Size varchar(5)?
        Weight numeric(8,2)?
        ProductCategoryID uuid?
        ProductModelID integer?
        SellStartDate timestamptz
        SellEndDate timestamptz?
        DiscontinuedDate timestamptz?
        ThumbNailPhoto bytea?
        ThumbnailPhotoFileName varchar(50)?
        rowguid uuid
        ModifiedDate timestamptz
        """,
        ("FK_Product_ProductCategory_ProductCategoryID", "ProductCategoryID", "ProductCategory", "ProductCategoryID"),
        ("FK_Product_ProductModel_ProductModelID", "ProductModelID", "ProductModel", "ProductModelID"),
    ),
    _table(
        "Address",
        "AddressID",
        """
        AddressID serial
        AddressLine1 varchar(60)
        AddressLine2 varchar(60)?
        City varchar(30)
        StateProvince varchar(50)
        CountryRegion varchar(50)
        PostalCode varchar(15)
        rowguid uuid
        ModifiedDate timestamptz
        """,
    ),
    _table(
        "Customer",
        "CustomerID",
        """
        CustomerID serial
        NameStyle boolean
        Title varchar(8)?
        FirstName varchar(50)
        MiddleName varchar(50)?
        LastName varchar(50)
        Suffix varchar(10)?
        CompanyName varchar(128)?
        SalesPerson varchar(256)?
        EmailAddress varchar(50)?
        Phone varchar(25)?
        PasswordHash varchar(128)?
        PasswordSalt varchar(10)?
        rowguid uuid
        ModifiedDate timestamptz
        """,
    ),
    _table(
        "CustomerAddress",
        "CustomerID AddressID",
        """
        CustomerID integer
        AddressID integer
        AddressType varchar(50)
        rowguid uuid
        ModifiedDate timestamptz
        """,
        ("FK_CustomerAddress_Address_AddressID", "AddressID", "Address", "AddressID"),
        ("FK_CustomerAddress_Customer_CustomerID", "CustomerID", "Customer", "CustomerID"),
    ),
    _table(
        "SalesOrderHeader",
        "SalesOrderID",
        """
        SalesOrderID serial
        RevisionNumber smallint
        OrderDate timestamptz
        DueDate timestamptz
        ShipDate timestamptz?
        Status smallint
        OnlineOrderFlag boolean
        SalesOrderNumber varchar(25)?
        PurchaseOrderNumber varchar(25)?
        AccountNumber varchar(15)?
        CustomerID integer
        ShipToAddressID integer?
        BillToAddressID integer?
        ShipMethod varchar(50)
        CreditCardApprovalCode varchar(15)?
        SubTotal numeric(19,4)
        TaxAmt numeric(19,4)
        Freight numeric(19,4)
        TotalDue numeric(19,4)?
        Comment text?
        rowguid uuid
        ModifiedDate timestamptz
        """,
        ("FK_SalesOrderHeader_Address_BillTo_AddressID", "BillToAddressID", "Address", "AddressID"),
        ("FK_SalesOrderHeader_Address_ShipTo_AddressID", "ShipToAddressID", "Address", "AddressID"),
        ("FK_SalesOrderHeader_Customer_CustomerID", "CustomerID", "Customer", "CustomerID"),
    ),
    _table(
        "SalesOrderDetail",
        "SalesOrderID SalesOrderDetailID",
        """
        SalesOrderID integer
        SalesOrderDetailID serial
        OrderQty smallint
        ProductID integer
        UnitPrice numeric(19,4)
        UnitPriceDiscount numeric(19,4)
        LineTotal numeric(28,6)?
        rowguid uuid
        ModifiedDate timestamptz
        """,
        ("FK_SalesOrderDetail_Product_ProductID", "ProductID", "Product", "ProductID"),
        ("FK_SalesOrderDetail_SalesOrderHeader_SalesOrderID", "SalesOrderID", "SalesOrderHeader", "SalesOrderID"),
    ),
)
