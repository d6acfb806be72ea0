-- The AdventureWorks tables with rows of our own making.
-- Written by tests/adventureworks/seed.py; a change belongs there.

CREATE TABLE "ProductDescription" (
    "ProductDescriptionID" integer NOT NULL,
    "Description" varchar(400) NOT NULL,
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_ProductDescription" PRIMARY KEY ("ProductDescriptionID")
);

CREATE TABLE "ProductCategory" (
    "ProductCategoryID" uuid NOT NULL,
    "ParentProductCategoryID" uuid,
    "Name" varchar(50) NOT NULL,
    "rowguid" uuid,
    "ModifiedDate" timestamptz,
    "IsActive" boolean NOT NULL,
    CONSTRAINT "PK_ProductCategory" PRIMARY KEY ("ProductCategoryID"),
    CONSTRAINT "FK_ProductCategory_ProductCategory_ParentProductCategoryID_Prod" FOREIGN KEY ("ParentProductCategoryID") REFERENCES "ProductCategory" ("ProductCategoryID")
);

CREATE TABLE "ProductModel" (
    "ProductModelID" integer NOT NULL,
    "Name" varchar(50) NOT NULL,
    "CatalogDescription" text,
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_ProductModel" PRIMARY KEY ("ProductModelID")
);

CREATE TABLE "Product" (
    "ProductID" integer NOT NULL,
    "Name" varchar(50) NOT NULL,
    "ProductNumber" varchar(25) NOT NULL,
    "Color" varchar(15),
    "StandardCost" numeric(19,4) NOT NULL,
    "ListPrice" numeric(19,4) NOT NULL,
    "Size" varchar(5),
    "Weight" numeric(8,2),
    "ProductCategoryID" uuid,
    "ProductModelID" integer,
    "SellStartDate" timestamptz NOT NULL,
    "SellEndDate" timestamptz,
    "DiscontinuedDate" timestamptz,
    "ThumbNailPhoto" blob,
    "ThumbnailPhotoFileName" varchar(50),
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_Product" PRIMARY KEY ("ProductID"),
    CONSTRAINT "FK_Product_ProductCategory_ProductCategoryID" FOREIGN KEY ("ProductCategoryID") REFERENCES "ProductCategory" ("ProductCategoryID"),
    CONSTRAINT "FK_Product_ProductModel_ProductModelID" FOREIGN KEY ("ProductModelID") REFERENCES "ProductModel" ("ProductModelID")
);

CREATE TABLE "Address" (
    "AddressID" integer NOT NULL,
    "AddressLine1" varchar(60) NOT NULL,
    "AddressLine2" varchar(60),
    "City" varchar(30) NOT NULL,
    "StateProvince" varchar(50) NOT NULL,
    "CountryRegion" varchar(50) NOT NULL,
    "PostalCode" varchar(15) NOT NULL,
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_Address" PRIMARY KEY ("AddressID")
);

CREATE TABLE "Customer" (
    "CustomerID" integer NOT NULL,
    "NameStyle" boolean NOT NULL,
    "Title" varchar(8),
    "FirstName" varchar(50) NOT NULL,
    "MiddleName" varchar(50),
    "LastName" varchar(50) NOT NULL,
    "Suffix" varchar(10),
    "CompanyName" varchar(128),
    "SalesPerson" varchar(256),
    "EmailAddress" varchar(50),
    "Phone" varchar(25),
    "PasswordHash" varchar(128),
    "PasswordSalt" varchar(10),
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_Customer" PRIMARY KEY ("CustomerID")
);

CREATE TABLE "CustomerAddress" (
    "CustomerID" integer NOT NULL,
    "AddressID" integer NOT NULL,
    "AddressType" varchar(50) NOT NULL,
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_CustomerAddress" PRIMARY KEY ("CustomerID", "AddressID"),
    CONSTRAINT "FK_CustomerAddress_Address_AddressID" FOREIGN KEY ("AddressID") REFERENCES "Address" ("AddressID"),
    CONSTRAINT "FK_CustomerAddress_Customer_CustomerID" FOREIGN KEY ("CustomerID") REFERENCES "Customer" ("CustomerID")
);

CREATE TABLE "SalesOrderHeader" (
    "SalesOrderID" integer NOT NULL,
    "RevisionNumber" smallint NOT NULL,
    "OrderDate" timestamptz NOT NULL,
    "DueDate" timestamptz NOT NULL,
    "ShipDate" timestamptz,
    "Status" smallint NOT NULL,
    "OnlineOrderFlag" boolean NOT NULL,
    "SalesOrderNumber" varchar(25),
    "PurchaseOrderNumber" varchar(25),
    "AccountNumber" varchar(15),
    "CustomerID" integer NOT NULL,
    "ShipToAddressID" integer,
    "BillToAddressID" integer,
    "ShipMethod" varchar(50) NOT NULL,
    "CreditCardApprovalCode" varchar(15),
    "SubTotal" numeric(19,4) NOT NULL,
    "TaxAmt" numeric(19,4) NOT NULL,
    "Freight" numeric(19,4) NOT NULL,
    "TotalDue" numeric(19,4),
    "Comment" text,
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_SalesOrderHeader" PRIMARY KEY ("SalesOrderID"),
    CONSTRAINT "FK_SalesOrderHeader_Address_BillTo_AddressID" FOREIGN KEY ("BillToAddressID") REFERENCES "Address" ("AddressID"),
    CONSTRAINT "FK_SalesOrderHeader_Address_ShipTo_AddressID" FOREIGN KEY ("ShipToAddressID") REFERENCES "Address" ("AddressID"),
    CONSTRAINT "FK_SalesOrderHeader_Customer_CustomerID" FOREIGN KEY ("CustomerID") REFERENCES "Customer" ("CustomerID")
);

CREATE TABLE "SalesOrderDetail" (
    "SalesOrderID" integer NOT NULL,
    "SalesOrderDetailID" integer NOT NULL,
    "OrderQty" smallint NOT NULL,
    "ProductID" integer NOT NULL,
    "UnitPrice" numeric(19,4) NOT NULL,
    "UnitPriceDiscount" numeric(19,4) NOT NULL,
    "LineTotal" numeric(28,6),
    "rowguid" uuid NOT NULL,
    "ModifiedDate" timestamptz NOT NULL,
    CONSTRAINT "PK_SalesOrderDetail" PRIMARY KEY ("SalesOrderID", "SalesOrderDetailID"),
    CONSTRAINT "FK_SalesOrderDetail_Product_ProductID" FOREIGN KEY ("ProductID") REFERENCES "Product" ("ProductID"),
    CONSTRAINT "FK_SalesOrderDetail_SalesOrderHeader_SalesOrderID" FOREIGN KEY ("SalesOrderID") REFERENCES "SalesOrderHeader" ("SalesOrderID")
);

INSERT INTO "ProductDescription" ("ProductDescriptionID", "Description", "rowguid", "ModifiedDate") VALUES
(1, '1: ', '948DD578-BA96-52FB-A9A5-47735D83E6DA', '2004-02-02 00:01:30.5+00:00'),
(2, '2: O''Neill & "Söhne"', '29CC260E-85FF-5A00-86A8-B825ED3B02A4', '2005-03-03 10:02:30.123456+00:00'),
(3, '3: two
lines, and
two more', '260F99AE-6E8E-5070-B707-ECFB26205D53', '2006-04-03 21:18:30.007+00:00'),
(4, '4: tab	here, back\slash, \N, \.', '2201E4C2-1305-5B25-9F5B-D6203A30975F', '2007-05-04 14:04:30+00:00'),
(5, '5: 日本語のテキスト', '9099C5BC-25BD-59F5-AA1A-37C51DFF86A0', '2008-06-06 08:35:30.5+00:00'),
(6, '6: Ελληνικά, עברית, العربية', '917FB297-B7CA-553F-A7A4-534E61C8CDDA', '2009-07-07 06:06:30.123456+00:00'),
(7, '7: 🚲 on a 🏔️', '49BDE4B1-CC2E-56FD-B4A0-C5AB50050A8D', '2010-08-08 06:07:30.007+00:00'),
(8, '8: é is not é', '7939AA3C-8FBB-5550-8768-B1921D1081A3', '2011-09-09 16:08:30+00:00'),
(9, '9: 2024-01-01T00:00:00Z', '39E152CA-9E3A-52B8-BBBF-6C479F7A0198', '2012-10-10 03:24:30.5+00:00'),
(10, '007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007', '8AB5A6EE-1DB7-5E26-A2CD-D380CE953CFA', '2013-11-10 20:10:30.123456+00:00'),
(11, '11: 1e5', '52ABCE07-7100-595D-A3CD-EA3AE368F071', '2014-12-12 14:41:30.007+00:00'),
(12, '12: NULL', '1397C23F-9490-5F7F-9320-FC5611416DF8', '2015-01-13 12:12:30+00:00'),
(13, '13:   spaces at both ends  ', 'A934CC14-440A-5FFD-9DD5-77D420F98E7A', '2016-02-14 12:13:30.5+00:00'),
(14, '14: %s %(name)s :name ? $1 {0}', '5766E3AD-D76C-57E3-B638-4F3958780B2E', '2017-03-15 22:14:30.123456+00:00'),
(15, '15: x''; DROP TABLE "Product"; --', '237EC8DA-C709-5912-AF0B-5090527B1F50', '2018-04-16 09:30:30.007+00:00'),
(16, '16: Plain', '850CD023-624D-5B35-8A4F-9E9F4DC56849', '2019-05-17 02:16:30+00:00'),
(17, '17: ', '2C4E1F38-5864-543A-B0F7-0C13AE0F8247', '2000-01-01 07:59:59.999999+00:00'),
(18, '18: O''Neill & "Söhne"', '0440C7EF-EE87-5C34-8BC5-F2793005391A', '2021-07-19 18:18:30.123456+00:00'),
(19, '19: two
lines, and
two more', 'AC2B875A-DAD4-516D-A6B7-58C0E5AAB5EB', '2022-08-20 18:19:30.007+00:00'),
(20, 'tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here', 'A1D2AF4D-6F75-5794-BA67-C9C31BEE3742', '2003-09-22 04:20:30+00:00'),
(21, '21: 日本語のテキスト', 'CC214C34-4084-5D79-A2EE-EFF8CAF2020C', '2004-10-22 15:36:30.5+00:00'),
(22, '22: Ελληνικά, עברית, العربية', '7D2CB531-D854-520A-BD1E-7A78BDD7E8AA', '2005-11-23 08:22:30.123456+00:00'),
(23, '23: 🚲 on a 🏔️', '09667930-1EF3-5F42-A55C-5943B17A7246', '2006-12-25 02:53:30.007+00:00'),
(24, '24: é is not é', '3F3D27B3-B427-55B1-8141-242242379CE5', '2007-01-25 00:24:30+00:00'),
(25, '25: 2024-01-01T00:00:00Z', '42AA7406-2BB8-5014-9F78-1884B79E9E51', '2008-02-26 00:25:30.5+00:00'),
(26, '26: 007', '261FBF83-0F58-5810-94E2-42828B768F68', '2009-03-27 10:26:30.123456+00:00'),
(27, '27: 1e5', '1F1EEFD2-6592-502B-91A1-076A83EA3B99', '2010-04-27 21:42:30.007+00:00'),
(28, '28: NULL', '98E12126-DBBF-5F24-82D4-406475BBFCF3', '2011-04-30 14:28:30+00:00'),
(29, '29:   spaces at both ends  ', 'EE0B2CA6-EDE0-5D77-80E9-25AE2044272E', '2012-06-02 08:59:30.5+00:00'),
(30, '%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)', 'E4E17830-591A-5E89-B345-D31D6788A0C5', '2013-07-03 06:30:30.123456+00:00'),
(31, '31: x''; DROP TABLE "Product"; --', 'A45A3403-4ABB-5B7E-A03B-027FC7165ADF', '2014-08-04 06:31:30.007+00:00'),
(32, '32: Plain', 'EB6E1485-BEA4-59D6-AEF0-2BA0BA3D985E', '2015-09-05 16:32:30+00:00'),
(33, '33: ', '15128DE7-0936-566C-90BC-F098F72FD7FD', '2016-10-06 03:48:30.5+00:00'),
(34, '34: O''Neill & "Söhne"', 'CA139AF9-42AA-5D9C-96D7-E5AA757337C9', '2024-02-29 06:15:00.000001+00:00'),
(35, '35: two
lines, and
two more', '9EE41A9D-B963-5A1E-8110-291CF49DD323', '2018-12-08 15:05:30.007+00:00'),
(36, '36: tab	here, back\slash, \N, \.', 'EB853BE7-5E90-5435-ACED-3159A5302C14', '2019-01-09 12:36:30+00:00'),
(37, '37: 日本語のテキスト', '9C414356-C6C1-501B-8F58-C026C95F13BB', '2020-02-10 12:37:30.5+00:00'),
(38, '38: Ελληνικά, עברית, العربية', '009C3191-D3F3-52E3-8223-757AA285C475', '2021-03-11 22:38:30.123456+00:00'),
(39, '39: 🚲 on a 🏔️', 'F9B0CA8B-2F11-5425-A5E0-C6690A705D88', '2022-04-12 09:54:30.007+00:00'),
(40, 'é is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé i', '45342971-9B60-53EB-934A-A90465491743', '2003-05-13 02:40:30+00:00');

INSERT INTO "ProductCategory" ("ProductCategoryID", "ParentProductCategoryID", "Name", "rowguid", "ModifiedDate", "IsActive") VALUES
('B4696E5C-7888-5ED6-91FE-78DCCC61EED3', 'FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', 'Mountain Bikes', NULL, NULL, 0),
('DC231D57-7CFC-5EBD-974B-6822D6FE64A7', 'FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', 'Road Bikes', '831F5F52-006E-5999-B1E4-52D93A6B4302', '2004-02-02 00:01:30.5+00:00', 1),
('57670F96-C9FC-51A7-887E-514638AFF45F', 'DC231D57-7CFC-5EBD-974B-6822D6FE64A7', 'Cargo Bikes', 'E073CF1A-886D-56B8-96DA-2CAD28445FC3', '2005-03-03 10:02:30.123456+00:00', 1),
('C6CFF453-5E7D-5D8E-AFF5-532DE338E7D0', '72EE68E9-96F4-59D2-BB3E-C369902F21BE', 'Helmets', '09F456E8-9DD2-5FB4-B041-3B06B5757212', '2006-04-03 21:18:30.007+00:00', 0),
('E743D893-45D1-5669-AA1A-080947F0E07E', '72EE68E9-96F4-59D2-BB3E-C369902F21BE', 'Lights', NULL, '2007-05-04 14:04:30+00:00', 1),
('CA9673BF-A0D8-53C8-BCC8-1696E2884724', 'E743D893-45D1-5669-AA1A-080947F0E07E', 'Bells, ''loud''', '02579B42-D3C1-5178-9D22-0AE32159D71B', NULL, 1),
('3D055E97-3517-5E6E-876D-2138F8127E1A', '176FF770-32F0-5993-9172-A0A4260BE65C', 'Gloves', '6F2EB8B3-C43B-5AE1-A7E7-9F3CEDB3EF8F', '2009-07-07 06:06:30.123456+00:00', 0),
('EAE75703-18B9-58B2-A95A-924995F17996', '176FF770-32F0-5993-9172-A0A4260BE65C', 'Caps', '6CC241EB-F504-5799-9182-08574122F628', '2010-08-08 06:07:30.007+00:00', 1),
('FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 'Bikes', NULL, '2011-09-09 16:08:30+00:00', 1),
('72EE68E9-96F4-59D2-BB3E-C369902F21BE', 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 'Accessories', '8FBD51B1-AC0E-523B-B95D-BFDC0F7F6C14', '2012-10-10 03:24:30.5+00:00', 0),
('176FF770-32F0-5993-9172-A0A4260BE65C', 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 'Clothing', 'FABF0BAE-95E0-547F-A6AD-0B4F65ADE85C', NULL, 1),
('FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', NULL, 'Everything', 'EAF988FB-4984-5CAB-BDD3-0EBB5733BA9B', '2014-12-12 14:41:30.007+00:00', 1),
('C13EA5CC-70E6-5BA4-A27C-7D6ABE3CFABE', NULL, 'Services', NULL, '2015-01-13 12:12:30+00:00', 0),
('B0019DA2-6751-53CC-A39A-3F3A534020DE', 'B0019DA2-6751-53CC-A39A-3F3A534020DE', 'Retired', 'ECDEA0E8-E1C1-531A-8A8E-6C676275917D', '2016-02-14 12:13:30.5+00:00', 1);

INSERT INTO "ProductModel" ("ProductModelID", "Name", "CatalogDescription", "rowguid", "ModifiedDate") VALUES
(1, 'Model 1', '<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="1">
	<name></name>
</model>
', '4594F003-EC70-5C0B-B068-B0F630E01511', '2007-05-04 14:04:30+00:00'),
(2, 'Model 2', '<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
<?xml version="1.0"?>
<model id="2">
	<name>O''Neill & "Söhne"</name>
</model>
', '3A9F709B-5123-5AF4-862C-FCA729EE0A42', '2008-06-06 08:35:30.5+00:00'),
(3, 'Model 3', NULL, '3A1C7FC8-AAD5-521F-B27E-7FD3145FA9DA', '2009-07-07 06:06:30.123456+00:00'),
(4, 'Model 4', '<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="4">
	<name>tab	here, back\slash, \N, \.</name>
</model>
', '06CFB5EA-9043-51AF-A11F-5AFA7291D94D', '2010-08-08 06:07:30.007+00:00'),
(5, 'Model 5', '<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
<?xml version="1.0"?>
<model id="5">
	<name>日本語のテキスト</name>
</model>
', '1137B1FB-87E9-54A7-8343-AAE1055D2678', '2011-09-09 16:08:30+00:00'),
(6, 'Model 6', NULL, 'A0EA4841-F12A-5745-A69E-EE9AD1594148', '2012-10-10 03:24:30.5+00:00'),
(7, 'Model 7', '<?xml version="1.0"?>
<model id="7">
	<name>🚲 on a 🏔️</name>
</model>
', '00416404-F92A-5F76-AB22-BADED38A1FA7', '2013-11-10 20:10:30.123456+00:00'),
(8, 'Model 8', '<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
<?xml version="1.0"?>
<model id="8">
	<name>é is not é</name>
</model>
', '6937C880-8A19-5961-942B-BECAB8E93D8A', '2014-12-12 14:41:30.007+00:00'),
(9, 'Model 9', NULL, '2694753B-31E0-5C57-B5F3-5AFC361923AC', '2015-01-13 12:12:30+00:00'),
(10, 'Model 10', '<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
<?xml version="1.0"?>
<model id="10">
	<name>007</name>
</model>
', '89F596AD-DF14-57D1-8243-FE8711FBBC4B', '2016-02-14 12:13:30.5+00:00'),
(11, 'Model 11', '<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
<?xml version="1.0"?>
<model id="11">
	<name>1e5</name>
</model>
', '5A04060E-7CA7-564B-B244-83666E36CB73', '2017-03-15 22:14:30.123456+00:00'),
(12, 'Model 12', NULL, '25CF405A-ACE8-5EBD-8587-B20ED7DA3DEC', '2018-04-16 09:30:30.007+00:00'),
(13, 'Model 13', '<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
<?xml version="1.0"?>
<model id="13">
	<name>  spaces at both ends  </name>
</model>
', 'DD9261B0-0103-5CE2-AF93-AB3E95147B1E', '2019-05-17 02:16:30+00:00'),
(14, 'Model 14', '<?xml version="1.0"?>
<model id="14">
	<name>%s %(name)s :name ? $1 {0}</name>
</model>
', '5DA87D2B-B024-59EC-A616-6595B5343E27', '2000-01-01 07:59:59.999999+00:00'),
(15, 'Model 15', NULL, '00DCA68B-2980-5022-B5CC-637B81A54B0D', '2021-07-19 18:18:30.123456+00:00'),
(16, 'Model 16', '<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
<?xml version="1.0"?>
<model id="16">
	<name>Plain</name>
</model>
', '2244D00D-FE12-5E4D-99E6-08C9F1F9A4E6', '2022-08-20 18:19:30.007+00:00'),
(17, 'Model 17', '<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
<?xml version="1.0"?>
<model id="17">
	<name></name>
</model>
', '91C315BA-7FB9-585B-BA24-AF495CEB83FE', '2003-09-22 04:20:30+00:00'),
(18, 'Model 18', NULL, '1CB97F27-055D-5DA8-83FC-813F4F18B352', '2004-10-22 15:36:30.5+00:00'),
(19, 'Model 19', '<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
<?xml version="1.0"?>
<model id="19">
	<name>two
lines, and
two more</name>
</model>
', '9D2D1D62-A1C3-586D-85F2-5C0479D6A751', '2005-11-23 08:22:30.123456+00:00'),
(20, 'Model 20', '<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
<?xml version="1.0"?>
<model id="20">
	<name>tab	here, back\slash, \N, \.</name>
</model>
', '4E90EDF1-AFC3-57C0-A38D-A2793BD1D38A', '2006-12-25 02:53:30.007+00:00'),
(21, 'Model 21', NULL, '9D62C2EE-4BF4-51F3-94D9-22090F858182', '2007-01-25 00:24:30+00:00'),
(22, 'Model 22', '<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
<?xml version="1.0"?>
<model id="22">
	<name>Ελληνικά, עברית, العربية</name>
</model>
', '01492F42-BFFC-5BB7-8228-3401F8942EBA', '2008-02-26 00:25:30.5+00:00'),
(23, 'Model 23', '<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
<?xml version="1.0"?>
<model id="23">
	<name>🚲 on a 🏔️</name>
</model>
', '8EA48DB2-15AF-565B-B80A-EE8D9496742D', '2009-03-27 10:26:30.123456+00:00'),
(24, 'Model 24', NULL, 'C51F7769-B3A2-5E9B-9474-CEB2426815CC', '2010-04-27 21:42:30.007+00:00');

INSERT INTO "Product" ("ProductID", "Name", "ProductNumber", "Color", "StandardCost", "ListPrice", "Size", "Weight", "ProductCategoryID", "ProductModelID", "SellStartDate", "SellEndDate", "DiscontinuedDate", "ThumbNailPhoto", "ThumbnailPhotoFileName", "rowguid", "ModifiedDate") VALUES
(1, 'Product 1', '1-', 'Rot', 0.0001, 12345678901.2345, '58', 0.37, 'DC231D57-7CFC-5EBD-974B-6822D6FE64A7', 2, '2004-02-02 00:01:30.5+00:00', '2009-07-07 06:06:30.123456+00:00', '2011-09-09 16:08:30+00:00', X'', '', '8F0353B3-09FA-5B7F-8543-07A73EACF588', '2005-03-03 10:02:30.123456+00:00'),
(2, 'Product 2', '2-O''Neill & "Söhne"', '', 1059.3100, 21.5000, NULL, 0.74, '57670F96-C9FC-51A7-887E-514638AFF45F', 3, '2005-03-03 10:02:30.123456+00:00', NULL, '2012-10-10 03:24:30.5+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'O''Neill & "Söhne"', '0061B454-0BA1-5755-90A5-F45D954FC353', '2006-04-03 21:18:30.007+00:00'),
(3, 'Product 3', '3-two
lines, and
two mor', NULL, 12345678901.2345, 0.0001, 'M', 1.11, 'C6CFF453-5E7D-5D8E-AFF5-532DE338E7D0', 4, '2006-04-03 21:18:30.007+00:00', '2011-09-09 16:08:30+00:00', NULL, X'0000', 'two
lines, and
two more', '5217000C-79C1-5CE8-94DF-95EE75AB2F77', '2007-05-04 14:04:30+00:00'),
(4, 'Product 4', '4-tab	here, back\slash, \', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, 'E743D893-45D1-5669-AA1A-080947F0E07E', 5, '2007-05-04 14:04:30+00:00', NULL, '2014-12-12 14:41:30.007+00:00', X'4749463839615c783437270a', NULL, 'DDA84F75-808F-54E9-A64A-312998C8E665', '2008-06-06 08:35:30.5+00:00'),
(5, 'Product 5', '5-日本語のテキスト', 'Rot', -0.5000, 3578.2700, 'XL', 1.85, 'CA9673BF-A0D8-53C8-BCC8-1696E2884724', NULL, '2008-06-06 08:35:30.5+00:00', '2013-11-10 20:10:30.123456+00:00', '2015-01-13 12:12:30+00:00', NULL, '日本語のテキスト', 'B71BB1D5-3F89-5B20-983B-F81ADCC01F71', '2009-07-07 06:06:30.123456+00:00'),
(6, 'Product 6', '6-Ελληνικά, עברית, العربي', NULL, 21.5000, 1059.3100, NULL, 2.22, NULL, 7, '2009-07-07 06:06:30.123456+00:00', NULL, NULL, X'', 'Ελληνικά, עברית, العربية', 'D53AC1F2-1725-593B-94EB-06D35E1400B9', '2010-08-08 06:07:30.007+00:00'),
(7, 'Product 7', '7-🚲 on a 🏔️', 'grün', 3578.2700, -0.5000, '007', 2.59, 'EAE75703-18B9-58B2-A95A-924995F17996', 8, '2010-08-08 06:07:30.007+00:00', '2015-01-13 12:12:30+00:00', '2017-03-15 22:14:30.123456+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '🚲 on a 🏔️', 'B13F7FD9-0A52-5CF4-B0A9-43B191B86DAF', '2011-09-09 16:08:30+00:00'),
(8, 'Product 8', '8-é is not é', 'Black', 0.0000, 0.0000, NULL, NULL, 'FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', 9, '2011-09-09 16:08:30+00:00', NULL, '2018-04-16 09:30:30.007+00:00', X'0000', NULL, '8655C7B0-11D4-56AB-9046-56CB2BB9256B', '2012-10-10 03:24:30.5+00:00'),
(9, 'Product 9', '9-2024-01-01T00:00:00Z', NULL, 0.0001, 12345678901.2345, '58', 3.33, '72EE68E9-96F4-59D2-BB3E-C369902F21BE', 10, '2012-10-10 03:24:30.5+00:00', '2017-03-15 22:14:30.123456+00:00', NULL, X'4749463839615c783437270a', '2024-01-01T00:00:00Z', 'E469C714-7CEF-5D26-8FCD-B6EDF464578B', '2013-11-10 20:10:30.123456+00:00'),
(10, 'Product 10', '10-007', '', 1059.3100, 21.5000, NULL, 3.7, '176FF770-32F0-5993-9172-A0A4260BE65C', NULL, '2013-11-10 20:10:30.123456+00:00', NULL, '2000-01-01 07:59:59.999999+00:00', NULL, '007', 'C25A9408-867F-508C-8020-2754F8EB8DDD', '2014-12-12 14:41:30.007+00:00'),
(11, 'Product 11', '11-1e5', 'grün', 12345678901.2345, 0.0001, 'M', 4.07, 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 12, '2014-12-12 14:41:30.007+00:00', '2019-05-17 02:16:30+00:00', '2021-07-19 18:18:30.123456+00:00', X'', '1e5', '18E1EC2A-796A-5575-B560-1838C9EFF8B5', '2015-01-13 12:12:30+00:00'),
(12, 'Product 12', '12-NULL', NULL, 99999999999.9999, 99999999999.9999, NULL, NULL, NULL, 13, '2015-01-13 12:12:30+00:00', NULL, NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', NULL, 'F0162935-9E89-577A-938E-633935AD0C4D', '2016-02-14 12:13:30.5+00:00'),
(13, 'Product 13', '13-  spaces at both ends ', 'Rot', -0.5000, 3578.2700, 'XL', 4.81, 'B0019DA2-6751-53CC-A39A-3F3A534020DE', 14, '2016-02-14 12:13:30.5+00:00', '2021-07-19 18:18:30.123456+00:00', '2003-09-22 04:20:30+00:00', X'0000', '  spaces at both ends  ', 'A9ED8787-0AA6-5488-B486-4E4A672E7953', '2017-03-15 22:14:30.123456+00:00'),
(14, 'Product 14', '14-%s %(name)s :name ? $1', '', 21.5000, 1059.3100, NULL, 5.18, 'B4696E5C-7888-5ED6-91FE-78DCCC61EED3', 15, '2017-03-15 22:14:30.123456+00:00', NULL, '2004-10-22 15:36:30.5+00:00', X'4749463839615c783437270a', '%s %(name)s :name ? $1 {0}', 'A3BCAA06-E75E-568F-A753-D29FB7AD6FB0', '2018-04-16 09:30:30.007+00:00'),
(15, 'Product 15', '15-x''; DROP TABLE "Produc', NULL, 3578.2700, -0.5000, '007', 5.55, 'DC231D57-7CFC-5EBD-974B-6822D6FE64A7', NULL, '2018-04-16 09:30:30.007+00:00', '2003-09-22 04:20:30+00:00', NULL, NULL, 'x''; DROP TABLE "Product"; --', '2FE0583B-A682-564B-951A-50AE3EDAD398', '2019-05-17 02:16:30+00:00'),
(16, 'Product 16', '16-Plain', 'Black', 0.0000, 0.0000, NULL, NULL, '57670F96-C9FC-51A7-887E-514638AFF45F', 17, '2019-05-17 02:16:30+00:00', NULL, '2006-12-25 02:53:30.007+00:00', X'', NULL, '866C1C82-3522-53E8-A28C-1D2AEDD9004E', '2000-01-01 07:59:59.999999+00:00'),
(17, 'Product 17', '17-', 'Rot', 0.0001, 12345678901.2345, '58', 6.29, 'C6CFF453-5E7D-5D8E-AFF5-532DE338E7D0', 18, '2000-01-01 07:59:59.999999+00:00', '2005-11-23 08:22:30.123456+00:00', '2007-01-25 00:24:30+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '', 'B93CAAD6-29A7-506B-86FE-431E2801A906', '2021-07-19 18:18:30.123456+00:00'),
(18, 'Product 18', '18-O''Neill & "Söhne"', NULL, 1059.3100, 21.5000, NULL, 6.66, NULL, 19, '2021-07-19 18:18:30.123456+00:00', NULL, NULL, X'0000', 'O''Neill & "Söhne"', 'C62B1218-8769-5EE7-BFAD-2FA0280016B2', '2022-08-20 18:19:30.007+00:00'),
(19, 'Product 19', '19-two
lines, and
two mo', 'grün', 12345678901.2345, 0.0001, 'M', 7.03, 'CA9673BF-A0D8-53C8-BCC8-1696E2884724', 20, '2022-08-20 18:19:30.007+00:00', '2007-01-25 00:24:30+00:00', '2009-03-27 10:26:30.123456+00:00', X'4749463839615c783437270a', 'two
lines, and
two more', '066A2DAB-38A3-543E-A6F9-8CB07F135B8A', '2003-09-22 04:20:30+00:00'),
(20, 'Product 20', '20-tab	here, back\slash, ', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, '3D055E97-3517-5E6E-876D-2138F8127E1A', NULL, '2003-09-22 04:20:30+00:00', NULL, '2010-04-27 21:42:30.007+00:00', NULL, NULL, '9D0836B4-BC32-5D2F-8DD5-E1608BDB84F6', '2004-10-22 15:36:30.5+00:00'),
(21, 'Product 21', '21-日本語のテキスト', NULL, -0.5000, 3578.2700, 'XL', 7.77, 'EAE75703-18B9-58B2-A95A-924995F17996', 22, '2004-10-22 15:36:30.5+00:00', '2009-03-27 10:26:30.123456+00:00', NULL, X'', '日本語のテキスト', '55F59C68-6F8B-513F-AC6C-985C87693C74', '2005-11-23 08:22:30.123456+00:00'),
(22, 'Product 22', '22-Ελληνικά, עברית, العرب', '', 21.5000, 1059.3100, NULL, 8.14, 'FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', 23, '2005-11-23 08:22:30.123456+00:00', NULL, '2012-06-02 08:59:30.5+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'Ελληνικά, עברית, العربية', 'E4058741-6AD3-5D40-98B9-2172ED0300C1', '2006-12-25 02:53:30.007+00:00'),
(23, 'Product 23', '23-🚲 on a 🏔️', 'grün', 3578.2700, -0.5000, '007', 8.51, '72EE68E9-96F4-59D2-BB3E-C369902F21BE', 24, '2006-12-25 02:53:30.007+00:00', '2011-04-30 14:28:30+00:00', '2013-07-03 06:30:30.123456+00:00', X'0000', '🚲 on a 🏔️', '2C262D1B-363D-5008-9C48-566BBCFFB413', '2007-01-25 00:24:30+00:00'),
(24, 'Product 24', '24-é is not é', NULL, 0.0000, 0.0000, NULL, NULL, NULL, 1, '2007-01-25 00:24:30+00:00', NULL, NULL, X'4749463839615c783437270a', NULL, 'B9272253-9769-5B68-9746-ACA86DD823DF', '2008-02-26 00:25:30.5+00:00'),
(25, 'Product 25', '25-2024-01-01T00:00:00Z', 'Rot', 0.0001, 12345678901.2345, '58', 9.25, 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', NULL, '2008-02-26 00:25:30.5+00:00', '2013-07-03 06:30:30.123456+00:00', '2015-09-05 16:32:30+00:00', NULL, '2024-01-01T00:00:00Z', 'DF2816F9-02B2-5B5C-8B8B-1B9D729DFCC0', '2009-03-27 10:26:30.123456+00:00'),
(26, 'Product 26', '26-007', '', 1059.3100, 21.5000, NULL, 9.62, 'C13EA5CC-70E6-5BA4-A27C-7D6ABE3CFABE', 3, '2009-03-27 10:26:30.123456+00:00', NULL, '2016-10-06 03:48:30.5+00:00', X'', '007', 'EE57B9C6-F641-515C-A39C-15FECA668920', '2010-04-27 21:42:30.007+00:00'),
(27, 'Product 27', '27-1e5', NULL, 12345678901.2345, 0.0001, 'M', 9.99, 'B0019DA2-6751-53CC-A39A-3F3A534020DE', 4, '2010-04-27 21:42:30.007+00:00', '2015-09-05 16:32:30+00:00', NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '1e5', '75797AA7-94F6-5443-941D-0C029AB4CF3B', '2011-04-30 14:28:30+00:00'),
(28, 'Product 28', '28-NULL', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, 'B4696E5C-7888-5ED6-91FE-78DCCC61EED3', 5, '2011-04-30 14:28:30+00:00', NULL, '2018-12-08 15:05:30.007+00:00', X'0000', NULL, '7AA32FF6-60A6-557C-9815-C447040F5052', '2012-06-02 08:59:30.5+00:00'),
(29, 'Product 29', '29-  spaces at both ends ', 'Rot', -0.5000, 3578.2700, 'XL', 10.73, 'DC231D57-7CFC-5EBD-974B-6822D6FE64A7', 6, '2012-06-02 08:59:30.5+00:00', '2024-02-29 06:15:00.000001+00:00', '2019-01-09 12:36:30+00:00', X'4749463839615c783437270a', '  spaces at both ends  ', '6B1B4E98-3E6A-54D3-B1CE-DF0AAC64587D', '2013-07-03 06:30:30.123456+00:00'),
(30, 'Product 30', '30-%s %(name)s :name ? $1', NULL, 21.5000, 1059.3100, NULL, 11.1, NULL, NULL, '2013-07-03 06:30:30.123456+00:00', NULL, NULL, NULL, '%s %(name)s :name ? $1 {0}', '29F5F362-2DCF-5BFB-97E7-DB76855554EF', '2014-08-04 06:31:30.007+00:00'),
(31, 'Product 31', '31-x''; DROP TABLE "Produc', 'grün', 3578.2700, -0.5000, '007', 11.47, 'C6CFF453-5E7D-5D8E-AFF5-532DE338E7D0', 8, '2014-08-04 06:31:30.007+00:00', '2019-01-09 12:36:30+00:00', '2021-03-11 22:38:30.123456+00:00', X'', 'x''; DROP TABLE "Product"; --', 'A4F073FD-6020-52A8-B3CF-569A37ACFF75', '2015-09-05 16:32:30+00:00'),
(32, 'Product 32', '32-Plain', 'Black', 0.0000, 0.0000, NULL, NULL, 'E743D893-45D1-5669-AA1A-080947F0E07E', 9, '2015-09-05 16:32:30+00:00', NULL, '2022-04-12 09:54:30.007+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', NULL, '364460DA-5671-53CE-92AF-769DBC70658C', '2016-10-06 03:48:30.5+00:00'),
(33, 'Product 33', '33-', NULL, 0.0001, 12345678901.2345, '58', 12.21, 'CA9673BF-A0D8-53C8-BCC8-1696E2884724', 10, '2016-10-06 03:48:30.5+00:00', '2021-03-11 22:38:30.123456+00:00', NULL, X'0000', '', '6491268E-836F-5859-91A9-1F938682C26F', '2024-02-29 06:15:00.000001+00:00'),
(34, 'Product 34', '34-O''Neill & "Söhne"', '', 1059.3100, 21.5000, NULL, 12.58, '3D055E97-3517-5E6E-876D-2138F8127E1A', 11, '2024-02-29 06:15:00.000001+00:00', NULL, '2004-06-14 21:11:30.5+00:00', X'4749463839615c783437270a', 'O''Neill & "Söhne"', '231DE440-57C0-589B-9068-C8C4BC69F617', '2018-12-08 15:05:30.007+00:00'),
(35, 'Product 35', '35-two
lines, and
two mo', 'grün', 12345678901.2345, 0.0001, 'M', 12.95, 'EAE75703-18B9-58B2-A95A-924995F17996', NULL, '2018-12-08 15:05:30.007+00:00', '2003-05-13 02:40:30+00:00', '2005-07-15 18:42:30.123456+00:00', NULL, 'two
lines, and
two more', '4E80A267-199E-51A8-89B1-75329E42525C', '2019-01-09 12:36:30+00:00'),
(36, 'Product 36', '36-tab	here, back\slash, ', NULL, 99999999999.9999, 99999999999.9999, NULL, NULL, NULL, 13, '2019-01-09 12:36:30+00:00', NULL, NULL, X'', NULL, '62C2C1C6-2BC9-54BD-B96F-9C7AB99A24B4', '2020-02-10 12:37:30.5+00:00'),
(37, 'Product 37', '37-日本語のテキスト', 'Rot', -0.5000, 3578.2700, 'XL', 13.69, '72EE68E9-96F4-59D2-BB3E-C369902F21BE', 14, '2020-02-10 12:37:30.5+00:00', '2005-07-15 18:42:30.123456+00:00', '2007-09-18 04:44:30+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '日本語のテキスト', '04FFA04E-0B72-5327-A082-FFDD78FBDB93', '2021-03-11 22:38:30.123456+00:00'),
(38, 'Product 38', '38-Ελληνικά, עברית, العرب', '', 21.5000, 1059.3100, NULL, 14.06, '176FF770-32F0-5993-9172-A0A4260BE65C', 15, '2021-03-11 22:38:30.123456+00:00', NULL, '2008-10-18 16:00:30.5+00:00', X'0000', 'Ελληνικά, עברית, العربية', '29DE4E81-3CE2-52E6-BF81-84A1CF3B86EB', '2022-04-12 09:54:30.007+00:00'),
(39, 'Product 39', '39-🚲 on a 🏔️', NULL, 3578.2700, -0.5000, '007', 14.43, 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 16, '2022-04-12 09:54:30.007+00:00', '2007-09-18 04:44:30+00:00', NULL, X'4749463839615c783437270a', '🚲 on a 🏔️', '1A444DC1-4E68-5E10-B5E2-8C677EE78AD3', '2003-05-13 02:40:30+00:00'),
(40, 'Product 40', '40-é is not é', 'Black', 0.0000, 0.0000, NULL, NULL, 'C13EA5CC-70E6-5BA4-A27C-7D6ABE3CFABE', NULL, '2003-05-13 02:40:30+00:00', NULL, '2010-12-21 03:17:30.007+00:00', NULL, NULL, 'ECA2908A-A3BA-5FE1-9BE5-E021E70A3981', '2004-06-14 21:11:30.5+00:00'),
(41, 'Product 41', '41-2024-01-01T00:00:00Z', 'Rot', 0.0001, 12345678901.2345, '58', 15.17, 'B0019DA2-6751-53CC-A39A-3F3A534020DE', 18, '2004-06-14 21:11:30.5+00:00', '2009-11-19 08:46:30.123456+00:00', '2011-01-21 00:48:30+00:00', X'', '2024-01-01T00:00:00Z', '72048FE3-E5CA-5F94-8664-0E37A3268477', '2005-07-15 18:42:30.123456+00:00'),
(42, 'Product 42', '42-007', NULL, 1059.3100, 21.5000, NULL, 15.54, NULL, 19, '2005-07-15 18:42:30.123456+00:00', NULL, NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '007', '5847DD86-0804-583F-85F5-FB91C23EFBEB', '2006-08-16 18:43:30.007+00:00'),
(43, 'Product 43', '43-1e5', 'grün', 12345678901.2345, 0.0001, 'M', 15.91, 'DC231D57-7CFC-5EBD-974B-6822D6FE64A7', 20, '2006-08-16 18:43:30.007+00:00', '2011-01-21 00:48:30+00:00', '2013-03-23 10:50:30.123456+00:00', X'0000', '1e5', '467B3E85-B6C2-5ED8-B2AC-881A5B05906C', '2007-09-18 04:44:30+00:00'),
(44, 'Product 44', '44-NULL', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, '57670F96-C9FC-51A7-887E-514638AFF45F', 21, '2007-09-18 04:44:30+00:00', NULL, '2199-12-31 23:59:59+00:00', X'4749463839615c783437270a', NULL, '7B191E3F-917D-5D0E-90E7-8B3A5484D18F', '2008-10-18 16:00:30.5+00:00'),
(45, 'Product 45', '45-  spaces at both ends ', NULL, -0.5000, 3578.2700, 'XL', 16.65, 'C6CFF453-5E7D-5D8E-AFF5-532DE338E7D0', NULL, '2008-10-18 16:00:30.5+00:00', '2013-03-23 10:50:30.123456+00:00', NULL, NULL, '  spaces at both ends  ', 'F839A403-B1C3-50AD-8230-020AA46FDB2B', '2009-11-19 08:46:30.123456+00:00'),
(46, 'Product 46', '46-%s %(name)s :name ? $1', '', 21.5000, 1059.3100, NULL, 17.02, 'E743D893-45D1-5669-AA1A-080947F0E07E', 23, '2009-11-19 08:46:30.123456+00:00', NULL, '2016-06-26 09:23:30.5+00:00', X'', '%s %(name)s :name ? $1 {0}', '4CFAD982-D4B0-5648-BF8B-2001A1E9FE2F', '2010-12-21 03:17:30.007+00:00'),
(47, 'Product 47', '47-x''; DROP TABLE "Produc', 'grün', 3578.2700, -0.5000, '007', 17.39, 'CA9673BF-A0D8-53C8-BCC8-1696E2884724', 24, '2010-12-21 03:17:30.007+00:00', '2015-05-24 14:52:30+00:00', '2017-07-27 06:54:30.123456+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'x''; DROP TABLE "Product"; --', 'D1ED2154-287D-5F1C-869B-401EE7B89B24', '2011-01-21 00:48:30+00:00'),
(48, 'Product 48', '48-Plain', NULL, 0.0000, 0.0000, NULL, NULL, NULL, 1, '2011-01-21 00:48:30+00:00', NULL, NULL, X'0000', NULL, 'F58124EE-193B-574D-A594-0E4D9F777613', '2012-02-22 00:49:30.5+00:00'),
(49, 'Product 49', '49-', 'Rot', 0.0001, 12345678901.2345, '58', 18.13, 'EAE75703-18B9-58B2-A95A-924995F17996', 2, '2012-02-22 00:49:30.5+00:00', '2017-07-27 06:54:30.123456+00:00', '2019-09-01 16:56:30+00:00', X'4749463839615c783437270a', '', '5B076B6A-084E-56D8-BC21-40338FC33194', '2013-03-23 10:50:30.123456+00:00'),
(50, 'Product 50', '50-O''Neill & "Söhne"', '', 1059.3100, 21.5000, NULL, 18.5, 'FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', NULL, '2013-03-23 10:50:30.123456+00:00', NULL, '2020-10-02 04:12:30.5+00:00', NULL, 'O''Neill & "Söhne"', '2BEB9859-AC40-5353-B2BA-503D6D068F16', '2199-12-31 23:59:59+00:00'),
(51, 'Product 51', '51-two
lines, and
two mo', NULL, 12345678901.2345, 0.0001, 'M', 18.87, '72EE68E9-96F4-59D2-BB3E-C369902F21BE', 4, '2199-12-31 23:59:59+00:00', '2019-09-01 16:56:30+00:00', NULL, X'', 'two
lines, and
two more', '76830863-9589-5927-A169-7C43D8A794F3', '2015-05-24 14:52:30+00:00'),
(52, 'Product 52', '52-tab	here, back\slash, ', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, '176FF770-32F0-5993-9172-A0A4260BE65C', 5, '2015-05-24 14:52:30+00:00', NULL, '2022-12-04 15:29:30.007+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', NULL, 'BEAF9C4C-7FD2-5EFB-9995-B84E29B2C72E', '2016-06-26 09:23:30.5+00:00'),
(53, 'Product 53', '53-日本語のテキスト', 'Rot', -0.5000, 3578.2700, 'XL', 19.61, 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 6, '2016-06-26 09:23:30.5+00:00', '2021-11-02 20:58:30.123456+00:00', '2003-01-05 12:00:30+00:00', X'0000', '日本語のテキスト', '07F5CF61-6248-5A9F-A8F7-A294F63A3B30', '2017-07-27 06:54:30.123456+00:00'),
(54, 'Product 54', '54-Ελληνικά, עברית, العرب', NULL, 21.5000, 1059.3100, NULL, 19.98, NULL, 7, '2017-07-27 06:54:30.123456+00:00', NULL, NULL, X'4749463839615c783437270a', 'Ελληνικά, עברית, العربية', '81985865-681F-5BFE-B13C-EF804F9BBEE7', '2018-08-28 06:55:30.007+00:00'),
(55, 'Product 55', '55-🚲 on a 🏔️', 'grün', 3578.2700, -0.5000, '007', 20.35, 'B0019DA2-6751-53CC-A39A-3F3A534020DE', NULL, '2018-08-28 06:55:30.007+00:00', '2003-01-05 12:00:30+00:00', '2005-03-07 22:02:30.123456+00:00', NULL, '🚲 on a 🏔️', '93D69E87-76D3-5717-A9D7-E48687AB7B57', '2019-09-01 16:56:30+00:00'),
(56, 'Product 56', '56-é is not é', 'Black', 0.0000, 0.0000, NULL, NULL, 'B4696E5C-7888-5ED6-91FE-78DCCC61EED3', 9, '2019-09-01 16:56:30+00:00', NULL, '2006-04-08 09:18:30.007+00:00', X'', NULL, '782A5159-DB68-5282-9F03-E11E92778F4C', '2020-10-02 04:12:30.5+00:00'),
(57, 'Product 57', '57-2024-01-01T00:00:00Z', NULL, 0.0001, 12345678901.2345, '58', 21.09, 'DC231D57-7CFC-5EBD-974B-6822D6FE64A7', 10, '2020-10-02 04:12:30.5+00:00', '2005-03-07 22:02:30.123456+00:00', NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '2024-01-01T00:00:00Z', '6B7AC1D5-9CF2-5423-8D23-02F5CE33339F', '2021-11-02 20:58:30.123456+00:00'),
(58, 'Product 58', '58-007', '', 1059.3100, 21.5000, NULL, 21.46, '57670F96-C9FC-51A7-887E-514638AFF45F', 11, '2021-11-02 20:58:30.123456+00:00', NULL, '2008-06-10 20:35:30.5+00:00', X'0000', '007', 'AAAAECF7-E094-5D84-80BC-875567DA06CE', '2022-12-04 15:29:30.007+00:00'),
(59, 'Product 59', '59-1e5', 'grün', 12345678901.2345, 0.0001, 'M', 21.83, 'C6CFF453-5E7D-5D8E-AFF5-532DE338E7D0', 12, '2022-12-04 15:29:30.007+00:00', '2007-05-09 02:04:30+00:00', '2009-07-11 18:06:30.123456+00:00', X'4749463839615c783437270a', '1e5', 'BFE53CCA-A72E-52F4-9E05-BA4506E0440A', '2003-01-05 12:00:30+00:00'),
(60, 'Product 60', '60-NULL', NULL, 99999999999.9999, 99999999999.9999, NULL, NULL, NULL, NULL, '2003-01-05 12:00:30+00:00', NULL, NULL, NULL, NULL, 'E1366612-5366-5656-9168-C74E86760FB6', '2004-02-06 12:01:30.5+00:00'),
(61, 'Product 61', '61-  spaces at both ends ', 'Rot', -0.5000, 3578.2700, 'XL', 22.57, 'CA9673BF-A0D8-53C8-BCC8-1696E2884724', 14, '2004-02-06 12:01:30.5+00:00', '2009-07-11 18:06:30.123456+00:00', '1900-01-01 00:00:00+00:00', X'', '  spaces at both ends  ', 'C9A8E04B-060E-56A9-B81A-2137F6661123', '2005-03-07 22:02:30.123456+00:00'),
(62, 'Product 62', '62-%s %(name)s :name ? $1', '', 21.5000, 1059.3100, NULL, 22.94, '3D055E97-3517-5E6E-876D-2138F8127E1A', 15, '2005-03-07 22:02:30.123456+00:00', NULL, '2012-10-14 15:24:30.5+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '%s %(name)s :name ? $1 {0}', '9AC85821-C2A0-5027-998F-884C5D8BBE8E', '2006-04-08 09:18:30.007+00:00'),
(63, 'Product 63', '63-x''; DROP TABLE "Produc', NULL, 3578.2700, -0.5000, '007', 23.31, 'EAE75703-18B9-58B2-A95A-924995F17996', 16, '2006-04-08 09:18:30.007+00:00', '1900-01-01 00:00:00+00:00', NULL, X'0000', 'x''; DROP TABLE "Product"; --', 'B9F09074-AC00-5FBC-BAC0-EB779CF616BC', '2007-05-09 02:04:30+00:00'),
(64, 'Product 64', '64-Plain', 'Black', 0.0000, 0.0000, NULL, NULL, 'FF679DF3-C8EF-5148-A0B4-D2BE9E49C90B', 17, '2007-05-09 02:04:30+00:00', NULL, '2014-12-17 02:41:30.007+00:00', X'4749463839615c783437270a', NULL, 'EEEB216C-D7AE-531A-8B96-9E4C130243BA', '2008-06-10 20:35:30.5+00:00'),
(65, 'Product 65', '65-', 'Rot', 0.0001, 12345678901.2345, '58', 24.05, '72EE68E9-96F4-59D2-BB3E-C369902F21BE', NULL, '2008-06-10 20:35:30.5+00:00', '2013-11-15 08:10:30.123456+00:00', '2015-01-17 00:12:30+00:00', NULL, '', '64F1B0D4-27BA-586F-9183-2D67E119237B', '2009-07-11 18:06:30.123456+00:00'),
(66, 'Product 66', '66-O''Neill & "Söhne"', NULL, 1059.3100, 21.5000, NULL, 24.42, NULL, 19, '2009-07-11 18:06:30.123456+00:00', NULL, NULL, X'', 'O''Neill & "Söhne"', '46E0B039-99B9-5E4D-A873-10B3E8F6E1F1', '2010-08-12 18:07:30.007+00:00'),
(67, 'Product 67', '67-two
lines, and
two mo', 'grün', 12345678901.2345, 0.0001, 'M', 24.79, 'FE16AB6C-4E40-50F0-9F4F-D6C0467C579A', 20, '2010-08-12 18:07:30.007+00:00', '2015-01-17 00:12:30+00:00', '2017-03-19 10:14:30.123456+00:00', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'two
lines, and
two more', 'C929C152-C1FB-54C5-B688-82C203F4CBBC', '1900-01-01 00:00:00+00:00'),
(68, 'Product 68', '68-tab	here, back\slash, ', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, 'C13EA5CC-70E6-5BA4-A27C-7D6ABE3CFABE', 21, '1900-01-01 00:00:00+00:00', NULL, '2018-04-19 21:30:30.007+00:00', X'0000', NULL, '1AB2C681-6654-5852-B713-0E6273F6A72D', '2012-10-14 15:24:30.5+00:00'),
(69, 'Product 69', '69-日本語のテキスト', NULL, -0.5000, 3578.2700, 'XL', 25.53, 'B0019DA2-6751-53CC-A39A-3F3A534020DE', 22, '2012-10-14 15:24:30.5+00:00', '2017-03-19 10:14:30.123456+00:00', NULL, X'4749463839615c783437270a', '日本語のテキスト', 'C3133FAB-551A-558C-B316-F95B1A422252', '2013-11-15 08:10:30.123456+00:00'),
(70, 'Product 70', '70-Ελληνικά, עברית, العرب', '', 21.5000, 1059.3100, NULL, 25.9, 'B4696E5C-7888-5ED6-91FE-78DCCC61EED3', NULL, '2013-11-15 08:10:30.123456+00:00', NULL, '2020-06-22 08:47:30.5+00:00', NULL, 'Ελληνικά, עברית, العربية', 'F32D8E9C-6833-526F-866A-31E4646C435A', '2014-12-17 02:41:30.007+00:00');

INSERT INTO "Address" ("AddressID", "AddressLine1", "AddressLine2", "City", "StateProvince", "CountryRegion", "PostalCode", "rowguid", "ModifiedDate") VALUES
(1, '1 ', 'O''Neill & "Söhne"', 'Zürich', 'ZH', 'Schweiz', '8001', 'A7C8CA48-8C16-510E-9ACF-4CDF23987872', '2004-02-02 00:01:30.5+00:00'),
(2, '2 O''Neill & "Söhne"', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '21CE1F6B-17B3-53F7-92DA-483C43D75240', '2005-03-03 10:02:30.123456+00:00'),
(3, '3 two
lines, and
two more', 'tab	here, back\slash, \N, \.', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'CDD4D437-17D4-5356-AECA-1D4FDFBB8D39', '2006-04-03 21:18:30.007+00:00'),
(4, '4 tab	here, back\slash, \N, \.', NULL, '東京', '東京都', '日本', '100-0001', '93A4D466-0CEA-53CD-A2D0-2A90CC58CDC4', '2007-05-04 14:04:30+00:00'),
(5, '5 日本語のテキスト', 'Ελληνικά, עברית, العربية', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '6EFC5093-72FA-5595-B976-DE1EDD365E06', '2008-06-06 08:35:30.5+00:00'),
(6, '6 Ελληνικά, עברית, العربية', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '700F7939-2D24-57FA-8452-EAD093ABD230', '2009-07-07 06:06:30.123456+00:00'),
(7, '7 🚲 on a 🏔️', 'é is not é', 'Zürich', 'ZH', 'Schweiz', '8001', '2ADEBBF5-6607-512E-84C6-0E43B03AEEE7', '2010-08-08 06:07:30.007+00:00'),
(8, '8 é is not é', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '3D2193C4-EBC5-5247-B417-B938BA8C9410', '2011-09-09 16:08:30+00:00'),
(9, '9 2024-01-01T00:00:00Z', '007', 'Kraków', 'Małopolskie', 'Polska', '30-001', '3DF1E5DD-17E7-5ACF-9843-E8326E7A9851', '2012-10-10 03:24:30.5+00:00'),
(10, '10 007', NULL, '東京', '東京都', '日本', '100-0001', '3FFC6EB6-33D4-5C5A-9A72-63716761D689', '2013-11-10 20:10:30.123456+00:00'),
(11, '11 1e5', 'NULL', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', 'BAAE1CD0-76AF-57BB-BE7D-183E4C90CA9E', '2014-12-12 14:41:30.007+00:00'),
(12, '12 NULL', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '2DAFEDA7-E568-53A7-AC4F-7C6B6426DB15', '2015-01-13 12:12:30+00:00'),
(13, '13   spaces at both ends  ', '%s %(name)s :name ? $1 {0}', 'Zürich', 'ZH', 'Schweiz', '8001', '6D9B24CC-8DA6-5424-8865-032BE2F6FE1B', '2016-02-14 12:13:30.5+00:00'),
(14, '14 %s %(name)s :name ? $1 {0}', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '82E2888E-7C59-504F-A5B8-0D7308219750', '2017-03-15 22:14:30.123456+00:00'),
(15, '15 x''; DROP TABLE "Product"; --', 'Plain', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'AF5FD15A-F582-588A-9FE6-19CA8695D958', '2018-04-16 09:30:30.007+00:00'),
(16, '16 Plain', NULL, '東京', '東京都', '日本', '100-0001', '7649C111-09F9-5678-A577-8F9939342BAC', '2019-05-17 02:16:30+00:00'),
(17, '17 ', 'O''Neill & "Söhne"', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '81887FA0-E2CD-51B2-8AAF-AD7C434C776D', '2000-01-01 07:59:59.999999+00:00'),
(18, '18 O''Neill & "Söhne"', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '469BADDF-50B7-5F28-A727-C2EF1467EB03', '2021-07-19 18:18:30.123456+00:00'),
(19, '19 two
lines, and
two more', 'tab	here, back\slash, \N, \.', 'Zürich', 'ZH', 'Schweiz', '8001', '7E57FA56-D796-517A-A430-CE93FAAF804F', '2022-08-20 18:19:30.007+00:00'),
(20, '20 tab	here, back\slash, \N, \.', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', 'E464A757-C9BA-5DB9-83DA-593B0AFFA304', '2003-09-22 04:20:30+00:00'),
(21, '21 日本語のテキスト', 'Ελληνικά, עברית, العربية', 'Kraków', 'Małopolskie', 'Polska', '30-001', '023AE17E-59A6-56B7-B01E-6D8DBA0B36B4', '2004-10-22 15:36:30.5+00:00'),
(22, '22 Ελληνικά, עברית, العربية', NULL, '東京', '東京都', '日本', '100-0001', 'B8EB663A-2B6A-5D1A-8DCB-28445E2CBA55', '2005-11-23 08:22:30.123456+00:00'),
(23, '23 🚲 on a 🏔️', 'é is not é', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '856F97B1-753E-535A-8565-D21E434EBC76', '2006-12-25 02:53:30.007+00:00'),
(24, '24 é is not é', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '05A86851-BB35-50B0-BA36-1338FAAF5CCC', '2007-01-25 00:24:30+00:00'),
(25, '25 2024-01-01T00:00:00Z', '007', 'Zürich', 'ZH', 'Schweiz', '8001', '5AD84772-7E65-5735-B0DB-04FA43B06817', '2008-02-26 00:25:30.5+00:00'),
(26, '26 007', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '38A8B9F5-47B8-5262-B84A-7C0EECBA2686', '2009-03-27 10:26:30.123456+00:00'),
(27, '27 1e5', 'NULL', 'Kraków', 'Małopolskie', 'Polska', '30-001', '97996C77-A822-5F12-9866-8FD853BCA813', '2010-04-27 21:42:30.007+00:00'),
(28, '28 NULL', NULL, '東京', '東京都', '日本', '100-0001', 'AE4FED47-674D-588B-B8E3-D3A656E86B04', '2011-04-30 14:28:30+00:00'),
(29, '29   spaces at both ends  ', '%s %(name)s :name ? $1 {0}', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', 'A113803E-2D1A-5E6A-92BA-B91154C0180D', '2012-06-02 08:59:30.5+00:00'),
(30, '30 %s %(name)s :name ? $1 {0}', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '7F6322B8-296C-5FCB-94E7-E6745B638424', '2013-07-03 06:30:30.123456+00:00'),
(31, '31 x''; DROP TABLE "Product"; --', 'Plain', 'Zürich', 'ZH', 'Schweiz', '8001', '21B16A3D-9A0C-54CB-B3BE-E31A279CA95C', '2014-08-04 06:31:30.007+00:00'),
(32, '32 Plain', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', 'F611FB3D-064F-5B1A-9212-AC5AC079411C', '2015-09-05 16:32:30+00:00'),
(33, '33 ', 'O''Neill & "Söhne"', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'FAC3B717-E6FA-5F60-B850-39894C4CDE0B', '2016-10-06 03:48:30.5+00:00'),
(34, '34 O''Neill & "Söhne"', NULL, '東京', '東京都', '日本', '100-0001', 'D6678BE7-2D3D-5C48-897C-5F777C28EE6B', '2024-02-29 06:15:00.000001+00:00'),
(35, '35 two
lines, and
two more', 'tab	here, back\slash, \N, \.', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', 'B8CBEA76-3959-507F-8617-3AE9899F11F3', '2018-12-08 15:05:30.007+00:00'),
(36, '36 tab	here, back\slash, \N, \.', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', 'B55836D5-A294-5FC8-8518-9F36BBE8C5BB', '2019-01-09 12:36:30+00:00'),
(37, '37 日本語のテキスト', 'Ελληνικά, עברית, العربية', 'Zürich', 'ZH', 'Schweiz', '8001', 'EE86DACB-491A-58B7-8EF3-A0B00E98670A', '2020-02-10 12:37:30.5+00:00'),
(38, '38 Ελληνικά, עברית, العربية', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '1C37A5B7-D4A4-51E1-8E80-214FD2C72944', '2021-03-11 22:38:30.123456+00:00'),
(39, '39 🚲 on a 🏔️', 'é is not é', 'Kraków', 'Małopolskie', 'Polska', '30-001', '069B967B-331C-5B54-B7E7-699EC55A86EC', '2022-04-12 09:54:30.007+00:00'),
(40, '40 é is not é', NULL, '東京', '東京都', '日本', '100-0001', '4A153FE1-0A8C-5A98-ABE0-7C10DBF8A505', '2003-05-13 02:40:30+00:00'),
(41, '41 2024-01-01T00:00:00Z', '007', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '577E7379-8541-53EA-8365-EAF395CD7172', '2004-06-14 21:11:30.5+00:00'),
(42, '42 007', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '02CB1BA9-5AD8-5165-AE85-DC519EB57C38', '2005-07-15 18:42:30.123456+00:00'),
(43, '43 1e5', 'NULL', 'Zürich', 'ZH', 'Schweiz', '8001', 'CD910192-64D4-5EF5-8351-1096140BBAFE', '2006-08-16 18:43:30.007+00:00'),
(44, '44 NULL', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '03E5EFF4-B257-5E3B-B766-025B6AF1F18F', '2007-09-18 04:44:30+00:00'),
(45, '45   spaces at both ends  ', '%s %(name)s :name ? $1 {0}', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'AD2925E4-CB7B-581F-A940-54F09BB93E2C', '2008-10-18 16:00:30.5+00:00');

INSERT INTO "Customer" ("CustomerID", "NameStyle", "Title", "FirstName", "MiddleName", "LastName", "Suffix", "CompanyName", "SalesPerson", "EmailAddress", "Phone", "PasswordHash", "PasswordSalt", "rowguid", "ModifiedDate") VALUES
(1, 0, 'Ms.', 'Björn', 'M.', 'Last1 ', 'Jr.', '', 'adventure-works\pamela0', 'customer1@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'E34CCDC4-82DD-5310-A32A-AE518F0D76E5', '2006-04-03 21:18:30.007+00:00'),
(2, 1, 'Dr.', 'Chloé', NULL, 'Last2 O''Neill & "Söhne"', 'Jr.', 'O''Neill & "Söhne"', 'adventure-works\pamela0', 'customer2@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '4D12B426-CAC8-5493-8075-5F1B3FBE2A49', '2007-05-04 14:04:30+00:00'),
(3, 0, NULL, 'Đorđe', 'M.', 'Last3 two
lines, and
two more', 'Jr.', 'two
lines, and
two more', 'adventure-works\pamela0', 'customer3@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5E64EAE2-3F30-5A53-A2B4-D57FEF5D5601', '2008-06-06 08:35:30.5+00:00'),
(4, 1, 'Ms.', 'Eve', NULL, 'Last4 tab	here, back\slash, \N, \.', NULL, 'tab	here, back\slash, \N, \.', 'adventure-works\pamela0', 'customer4@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '18FADA7D-7BA9-5D9A-997F-88228E2ED038', '2009-07-07 06:06:30.123456+00:00'),
(5, 0, 'Dr.', 'Anaïs', 'M.', 'Last5 日本語のテキスト', 'Jr.', NULL, 'adventure-works\pamela0', 'customer5@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'CF54645B-52D7-5CF9-9A1A-986FB59AB297', '2010-08-08 06:07:30.007+00:00'),
(6, 1, NULL, 'Björn', NULL, 'Last6 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer6@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '8BC0C151-2972-53B9-A9A9-6892CED5C876', '2011-09-09 16:08:30+00:00'),
(7, 0, 'Ms.', 'Chloé', 'M.', 'Last7 🚲 on a 🏔️', 'Jr.', '🚲 on a 🏔️', 'adventure-works\pamela0', 'customer7@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '7C16CFF7-4AA7-5E35-BA42-4454F656A540', '2012-10-10 03:24:30.5+00:00'),
(8, 1, 'Dr.', 'Đorđe', NULL, 'Last8 é is not é', NULL, 'é is not é', 'adventure-works\pamela0', 'customer8@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '35FE5932-DF1C-5C1B-9B6F-8CFD8BC62B38', '2013-11-10 20:10:30.123456+00:00'),
(9, 0, NULL, 'Eve', 'M.', 'Last9 2024-01-01T00:00:00Z', 'Jr.', '2024-01-01T00:00:00Z', 'adventure-works\pamela0', 'customer9@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'B4F6B2DA-484D-5A1E-9DC4-1811562B0C44', '2014-12-12 14:41:30.007+00:00'),
(10, 1, 'Ms.', 'Anaïs', NULL, 'Last10 007', 'Jr.', NULL, 'adventure-works\pamela0', 'customer10@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'B9EC9DDD-E043-56B3-9593-7134BD93AB6B', '2015-01-13 12:12:30+00:00'),
(11, 0, 'Dr.', 'Björn', 'M.', 'Last11 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer11@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'DBE54FFB-282C-59EF-9488-A9B153E844FB', '2016-02-14 12:13:30.5+00:00'),
(12, 1, NULL, 'Chloé', NULL, 'Last12 NULL', NULL, 'NULL', 'adventure-works\pamela0', 'customer12@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '7CA9038F-D37D-55BD-B1C0-FD0ECAB760AA', '2017-03-15 22:14:30.123456+00:00'),
(13, 0, 'Ms.', 'Đorđe', 'M.', 'Last13   spaces at both ends  ', 'Jr.', '  spaces at both ends  ', 'adventure-works\pamela0', 'customer13@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '59DE2433-0D19-5D3F-9A1A-30344C4B1FE0', '2018-04-16 09:30:30.007+00:00'),
(14, 1, 'Dr.', 'Eve', NULL, 'Last14 %s %(name)s :name ? $1 {0}', 'Jr.', '%s %(name)s :name ? $1 {0}', 'adventure-works\pamela0', 'customer14@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'DEE513C7-88A2-59CC-97CF-8F83638305D7', '2019-05-17 02:16:30+00:00'),
(15, 0, NULL, 'Anaïs', 'M.', 'Last15 x''; DROP TABLE "Product"; --', 'Jr.', NULL, 'adventure-works\pamela0', 'customer15@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '72B8EB9F-5F1C-593E-BC77-06F282A35B3D', '2000-01-01 07:59:59.999999+00:00'),
(16, 1, 'Ms.', 'Björn', NULL, 'Last16 Plain', NULL, 'Plain', 'adventure-works\pamela0', 'customer16@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '67CB1DCD-9A16-5D06-8A22-10F9E38D947E', '2021-07-19 18:18:30.123456+00:00'),
(17, 0, 'Dr.', 'Chloé', 'M.', 'Last17 ', 'Jr.', '', 'adventure-works\pamela0', 'customer17@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'F36D63A2-7077-5653-AE38-2B707DB55A8E', '2022-08-20 18:19:30.007+00:00'),
(18, 1, NULL, 'Đorđe', NULL, 'Last18 O''Neill & "Söhne"', 'Jr.', 'O''Neill & "Söhne"', 'adventure-works\pamela0', 'customer18@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'E4F9B600-1F14-5D65-B411-C3EA5BA1497B', '2003-09-22 04:20:30+00:00'),
(19, 0, 'Ms.', 'Eve', 'M.', 'Last19 two
lines, and
two more', 'Jr.', 'two
lines, and
two more', 'adventure-works\pamela0', 'customer19@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'D410AB11-0A0B-58AA-9CB2-3105A148BB4B', '2004-10-22 15:36:30.5+00:00'),
(20, 1, 'Dr.', 'Anaïs', NULL, 'Last20 tab	here, back\slash, \N, \.', NULL, NULL, 'adventure-works\pamela0', 'customer20@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '081AC1BD-ABE7-5B57-B1C7-B5C166B3BF1C', '2005-11-23 08:22:30.123456+00:00'),
(21, 0, NULL, 'Björn', 'M.', 'Last21 日本語のテキスト', 'Jr.', '日本語のテキスト', 'adventure-works\pamela0', 'customer21@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '1F0B2350-5CC1-584D-8344-2EB01E806EEA', '2006-12-25 02:53:30.007+00:00'),
(22, 1, 'Ms.', 'Chloé', NULL, 'Last22 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer22@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '8CAF9705-146D-52C0-BDDA-F823C7173C7B', '2007-01-25 00:24:30+00:00'),
(23, 0, 'Dr.', 'Đorđe', 'M.', 'Last23 🚲 on a 🏔️', 'Jr.', '🚲 on a 🏔️', 'adventure-works\pamela0', 'customer23@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'C1241DCB-1680-5252-AB65-7A4ACB3D8B30', '2008-02-26 00:25:30.5+00:00'),
(24, 1, NULL, 'Eve', NULL, 'Last24 é is not é', NULL, 'é is not é', 'adventure-works\pamela0', 'customer24@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'BF771E53-6141-5539-BFF0-361435643448', '2009-03-27 10:26:30.123456+00:00'),
(25, 0, 'Ms.', 'Anaïs', 'M.', 'Last25 2024-01-01T00:00:00Z', 'Jr.', NULL, 'adventure-works\pamela0', 'customer25@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'D9337708-B279-553A-ADEE-23698A329E0C', '2010-04-27 21:42:30.007+00:00'),
(26, 1, 'Dr.', 'Björn', NULL, 'Last26 007', 'Jr.', '007', 'adventure-works\pamela0', 'customer26@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '2A3EE9D2-4192-5D28-A722-343D16EA26BE', '2011-04-30 14:28:30+00:00'),
(27, 0, NULL, 'Chloé', 'M.', 'Last27 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer27@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '565FEB4B-5EA9-5638-9855-7F417F012E22', '2012-06-02 08:59:30.5+00:00'),
(28, 1, 'Ms.', 'Đorđe', NULL, 'Last28 NULL', NULL, 'NULL', 'adventure-works\pamela0', 'customer28@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '96FECAAE-8EF2-5047-AC8C-6D4C0C4694E2', '2013-07-03 06:30:30.123456+00:00'),
(29, 0, 'Dr.', 'Eve', 'M.', 'Last29   spaces at both ends  ', 'Jr.', '  spaces at both ends  ', 'adventure-works\pamela0', 'customer29@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '294E646D-70EF-54CE-8C76-740125301D27', '2014-08-04 06:31:30.007+00:00'),
(30, 1, NULL, 'Anaïs', NULL, 'Last30 %s %(name)s :name ? $1 {0}', 'Jr.', NULL, 'adventure-works\pamela0', 'customer30@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'F8424FCF-58D3-5EF8-90CF-942E86A2EA91', '2015-09-05 16:32:30+00:00'),
(31, 0, 'Ms.', 'Björn', 'M.', 'Last31 x''; DROP TABLE "Product"; --', 'Jr.', 'x''; DROP TABLE "Product"; --', 'adventure-works\pamela0', 'customer31@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '4F561063-58CC-5CC0-861A-398EEED448C7', '2016-10-06 03:48:30.5+00:00'),
(32, 1, 'Dr.', 'Chloé', NULL, 'Last32 Plain', NULL, 'Plain', 'adventure-works\pamela0', 'customer32@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'D31BFA84-DC14-5DB2-990E-4940259738EC', '2024-02-29 06:15:00.000001+00:00'),
(33, 0, NULL, 'Đorđe', 'M.', 'Last33 ', 'Jr.', '', 'adventure-works\pamela0', 'customer33@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '871F394F-E64A-5D5E-B5CF-FFD6E862D708', '2018-12-08 15:05:30.007+00:00'),
(34, 1, 'Ms.', 'Eve', NULL, 'Last34 O''Neill & "Söhne"', 'Jr.', 'O''Neill & "Söhne"', 'adventure-works\pamela0', 'customer34@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'B1628F29-2501-5A2F-A14F-D9B965738F27', '2019-01-09 12:36:30+00:00'),
(35, 0, 'Dr.', 'Anaïs', 'M.', 'Last35 two
lines, and
two more', 'Jr.', NULL, 'adventure-works\pamela0', 'customer35@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'CA20FAA4-E0CA-5492-8CE7-E7476DB34FA4', '2020-02-10 12:37:30.5+00:00'),
(36, 1, NULL, 'Björn', NULL, 'Last36 tab	here, back\slash, \N, \.', NULL, 'tab	here, back\slash, \N, \.', 'adventure-works\pamela0', 'customer36@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '69B90179-A08B-587B-A63C-74621C69E989', '2021-03-11 22:38:30.123456+00:00'),
(37, 0, 'Ms.', 'Chloé', 'M.', 'Last37 日本語のテキスト', 'Jr.', '日本語のテキスト', 'adventure-works\pamela0', 'customer37@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '337F4E38-74CE-50A0-A18B-BA9EF7133136', '2022-04-12 09:54:30.007+00:00'),
(38, 1, 'Dr.', 'Đorđe', NULL, 'Last38 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer38@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '543DB47C-15DF-574A-88DB-4758B865D473', '2003-05-13 02:40:30+00:00'),
(39, 0, NULL, 'Eve', 'M.', 'Last39 🚲 on a 🏔️', 'Jr.', '🚲 on a 🏔️', 'adventure-works\pamela0', 'customer39@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'CA3468AA-A75B-529A-90C4-ADB31820207A', '2004-06-14 21:11:30.5+00:00'),
(40, 1, 'Ms.', 'Anaïs', NULL, 'Last40 é is not é', NULL, NULL, 'adventure-works\pamela0', 'customer40@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '25A1694F-B3D3-59F0-879A-D5C8B899A5D7', '2005-07-15 18:42:30.123456+00:00'),
(41, 0, 'Dr.', 'Björn', 'M.', 'Last41 2024-01-01T00:00:00Z', 'Jr.', '2024-01-01T00:00:00Z', 'adventure-works\pamela0', 'customer41@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'C0C58264-F6E5-534D-9CFC-012167369893', '2006-08-16 18:43:30.007+00:00'),
(42, 1, NULL, 'Chloé', NULL, 'Last42 007', 'Jr.', '007', 'adventure-works\pamela0', 'customer42@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '9C874814-ED2E-5172-A65C-2BDAFF3B6864', '2007-09-18 04:44:30+00:00'),
(43, 0, 'Ms.', 'Đorđe', 'M.', 'Last43 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer43@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5B41CC49-1C95-5400-8619-C6234A22F7ED', '2008-10-18 16:00:30.5+00:00'),
(44, 1, 'Dr.', 'Eve', NULL, 'Last44 NULL', NULL, 'NULL', 'adventure-works\pamela0', 'customer44@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '25189AE7-7F86-515D-920F-FC6F838B1FF0', '2009-11-19 08:46:30.123456+00:00'),
(45, 0, NULL, 'Anaïs', 'M.', 'Last45   spaces at both ends  ', 'Jr.', NULL, 'adventure-works\pamela0', 'customer45@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '8CE0400D-01F9-582A-B9DD-326842001CF9', '2010-12-21 03:17:30.007+00:00'),
(46, 1, 'Ms.', 'Björn', NULL, 'Last46 %s %(name)s :name ? $1 {0}', 'Jr.', '%s %(name)s :name ? $1 {0}', 'adventure-works\pamela0', 'customer46@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '439D18EA-0AB7-5E79-A15B-3273B7EBF3AE', '2011-01-21 00:48:30+00:00'),
(47, 0, 'Dr.', 'Chloé', 'M.', 'Last47 x''; DROP TABLE "Product"; --', 'Jr.', 'x''; DROP TABLE "Product"; --', 'adventure-works\pamela0', 'customer47@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '04D3EBCB-DAA0-59D5-92C8-9F4417B1FAC7', '2012-02-22 00:49:30.5+00:00'),
(48, 1, NULL, 'Đorđe', NULL, 'Last48 Plain', NULL, 'Plain', 'adventure-works\pamela0', 'customer48@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '6D54C009-60F3-561C-A3A6-E2CCA6CB2F93', '2013-03-23 10:50:30.123456+00:00'),
(49, 0, 'Ms.', 'Eve', 'M.', 'Last49 ', 'Jr.', '', 'adventure-works\pamela0', 'customer49@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '3A9145CD-8CCE-5692-BB16-47F77617E328', '2199-12-31 23:59:59+00:00'),
(50, 1, 'Dr.', 'Anaïs', NULL, 'Last50 O''Neill & "Söhne"', 'Jr.', NULL, 'adventure-works\pamela0', 'customer50@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'CADEC5C4-D8A0-576D-8F0A-2A3E7793B676', '2015-05-24 14:52:30+00:00'),
(51, 0, NULL, 'Björn', 'M.', 'Last51 two
lines, and
two more', 'Jr.', 'two
lines, and
two more', 'adventure-works\pamela0', 'customer51@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '401B9366-FFD6-525E-A197-58AB3E84E3B5', '2016-06-26 09:23:30.5+00:00'),
(52, 1, 'Ms.', 'Chloé', NULL, 'Last52 tab	here, back\slash, \N, \.', NULL, 'tab	here, back\slash, \N, \.', 'adventure-works\pamela0', 'customer52@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5086B7FC-A02C-5533-87A2-836BCA2201AA', '2017-07-27 06:54:30.123456+00:00'),
(53, 0, 'Dr.', 'Đorđe', 'M.', 'Last53 日本語のテキスト', 'Jr.', '日本語のテキスト', 'adventure-works\pamela0', 'customer53@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '206334B8-552C-5B4D-9ADA-525AA424EDA3', '2018-08-28 06:55:30.007+00:00'),
(54, 1, NULL, 'Eve', NULL, 'Last54 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer54@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '0963EA96-48BE-5F5F-8E44-36DA54625D96', '2019-09-01 16:56:30+00:00'),
(55, 0, 'Ms.', 'Anaïs', 'M.', 'Last55 🚲 on a 🏔️', 'Jr.', NULL, 'adventure-works\pamela0', 'customer55@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5703478F-70A5-5764-845F-2B538686CFF9', '2020-10-02 04:12:30.5+00:00'),
(56, 1, 'Dr.', 'Björn', NULL, 'Last56 é is not é', NULL, 'é is not é', 'adventure-works\pamela0', 'customer56@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'A74E3BD7-A342-5F72-A2D3-4A8A1706FFC3', '2021-11-02 20:58:30.123456+00:00'),
(57, 0, NULL, 'Chloé', 'M.', 'Last57 2024-01-01T00:00:00Z', 'Jr.', '2024-01-01T00:00:00Z', 'adventure-works\pamela0', 'customer57@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '2EE33983-81D5-51E6-AEFE-967AD140FE21', '2022-12-04 15:29:30.007+00:00'),
(58, 1, 'Ms.', 'Đorđe', NULL, 'Last58 007', 'Jr.', '007', 'adventure-works\pamela0', 'customer58@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'A23D4B93-F6C0-5004-9031-061A35EAA213', '2003-01-05 12:00:30+00:00'),
(59, 0, 'Dr.', 'Eve', 'M.', 'Last59 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer59@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '2AFCDFB8-8F08-5206-BCD2-96353E655DAF', '2004-02-06 12:01:30.5+00:00'),
(60, 1, NULL, 'Anaïs', NULL, 'Last60 NULL', NULL, NULL, 'adventure-works\pamela0', 'customer60@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '93F17CF3-EAE2-5D18-89C7-1B1576C5F4D5', '2005-03-07 22:02:30.123456+00:00');

INSERT INTO "CustomerAddress" ("CustomerID", "AddressID", "AddressType", "rowguid", "ModifiedDate") VALUES
(1, 2, 'Main Office', '8AFFCEE5-0CD0-5AD6-BA83-CAE2C9938190', '2004-02-02 00:01:30.5+00:00'),
(2, 3, 'Shipping', 'D496CDAE-A0AD-5731-A90A-35A16B74F175', '2005-03-03 10:02:30.123456+00:00'),
(3, 4, 'Main Office', '2EC7CBD0-F607-5F97-A30F-B7A094377339', '2006-04-03 21:18:30.007+00:00'),
(4, 5, 'Shipping', '4161FB81-2248-5951-A1C7-7363D09E42C5', '2007-05-04 14:04:30+00:00'),
(5, 6, 'Main Office', '2FB51A1A-BB94-585F-B02A-373FA9E35764', '2008-06-06 08:35:30.5+00:00'),
(6, 7, 'Shipping', '5B0F2AE7-DBE2-5DE4-9D0F-8A81912FFC32', '2009-07-07 06:06:30.123456+00:00'),
(7, 8, 'Main Office', '03DFEAC8-93DC-5280-ACFA-2744B64634C1', '2010-08-08 06:07:30.007+00:00'),
(8, 9, 'Shipping', '50D6FA36-FFD6-5C90-AEF9-E39D8A1F74B6', '2011-09-09 16:08:30+00:00'),
(9, 10, 'Main Office', '6FFF59FE-4D61-5EE6-A72A-F164B46F36AF', '2012-10-10 03:24:30.5+00:00'),
(10, 11, 'Shipping', '847F719A-CD11-5CC4-91FC-B23DB8B4783D', '2013-11-10 20:10:30.123456+00:00'),
(11, 12, 'Main Office', '8C6FC9D9-D0AD-56EE-AA04-9D5E2C3037B3', '2014-12-12 14:41:30.007+00:00'),
(12, 13, 'Shipping', '84EBF7BB-8C53-535E-B671-E7BCB47584A9', '2015-01-13 12:12:30+00:00'),
(13, 14, 'Main Office', '1F393D0C-C046-5731-9A1D-AAD893B0699A', '2016-02-14 12:13:30.5+00:00'),
(14, 15, 'Shipping', 'E0677CE4-D004-584E-93F1-B7D89E3BFB5B', '2017-03-15 22:14:30.123456+00:00'),
(15, 16, 'Main Office', '37809AA5-6C2B-5063-BE89-DC0371854DA6', '2018-04-16 09:30:30.007+00:00'),
(16, 17, 'Shipping', '12768AF2-58ED-522B-90F6-687B1DCD2CEA', '2019-05-17 02:16:30+00:00'),
(17, 18, 'Main Office', '876AF204-DE78-5B4C-A9E6-E449FDD155F3', '2000-01-01 07:59:59.999999+00:00'),
(18, 19, 'Shipping', '780193CD-FDAB-51C6-B6F4-6C1AB5BA21F1', '2021-07-19 18:18:30.123456+00:00'),
(19, 20, 'Main Office', '5AEF4415-FF90-5027-8362-E3B7837DD47C', '2022-08-20 18:19:30.007+00:00'),
(20, 21, 'Shipping', '63418B14-3CF2-592F-B0C4-C5A2EB0857C6', '2003-09-22 04:20:30+00:00'),
(21, 22, 'Main Office', '2D7329A6-7A2C-5AC5-9AA7-8E413F83B4FD', '2004-10-22 15:36:30.5+00:00'),
(22, 23, 'Shipping', '82A52242-5486-5BC6-BD9D-876183A9F3C0', '2005-11-23 08:22:30.123456+00:00'),
(23, 24, 'Main Office', 'ECECE764-0DFF-51FF-8D0F-8BEFDED2FC56', '2006-12-25 02:53:30.007+00:00'),
(24, 25, 'Shipping', '673D6564-D4AF-5CCB-8445-9DE9F483BC79', '2007-01-25 00:24:30+00:00'),
(25, 26, 'Main Office', 'B05F6A12-E5BC-55BD-8C88-8B914830E85D', '2008-02-26 00:25:30.5+00:00'),
(26, 27, 'Shipping', '02D786E9-AD51-5C3A-8FCC-3E3539047188', '2009-03-27 10:26:30.123456+00:00'),
(27, 28, 'Main Office', 'ABCCE98C-887C-5585-9B3E-6F64F285E525', '2010-04-27 21:42:30.007+00:00'),
(28, 29, 'Shipping', '8EE6B14E-96A4-55C6-B6D8-0DB76F1E00AC', '2011-04-30 14:28:30+00:00'),
(29, 30, 'Main Office', '383B0A96-BB38-5DF4-8714-751F4BCE6B1C', '2012-06-02 08:59:30.5+00:00'),
(30, 31, 'Shipping', '410ED984-89B4-50EC-B5C2-172790378799', '2013-07-03 06:30:30.123456+00:00'),
(31, 32, 'Main Office', 'A28EE77B-C108-55FC-AC4D-F79755493F0B', '2014-08-04 06:31:30.007+00:00'),
(32, 33, 'Shipping', 'C92FD98B-9462-5C6E-80FE-6F1604E94037', '2015-09-05 16:32:30+00:00'),
(33, 34, 'Main Office', '7E907C60-FD4A-5598-865E-51691600D94C', '2016-10-06 03:48:30.5+00:00'),
(34, 35, 'Shipping', '9E605193-076C-5911-9F58-FACB6CD12979', '2024-02-29 06:15:00.000001+00:00'),
(35, 36, 'Main Office', 'C142BE21-2EE9-546E-A4BB-4E20E5415AC1', '2018-12-08 15:05:30.007+00:00'),
(36, 37, 'Shipping', 'DE2B47F5-6255-5E77-A3F8-425CC2001B55', '2019-01-09 12:36:30+00:00'),
(37, 38, 'Main Office', '80585C9A-318B-505E-8276-1B10A870E82B', '2020-02-10 12:37:30.5+00:00'),
(38, 39, 'Shipping', 'BA61DD66-555A-526E-80E5-3DB974BCC7D5', '2021-03-11 22:38:30.123456+00:00'),
(39, 40, 'Main Office', 'C0871714-C1ED-5FAD-A5FD-8F20DEB351E6', '2022-04-12 09:54:30.007+00:00'),
(40, 41, 'Shipping', '67AB7A05-729B-552E-B424-42999CF763CD', '2003-05-13 02:40:30+00:00'),
(41, 42, 'Main Office', '3409A55C-9F62-50D6-B37B-DCC51CF40481', '2004-06-14 21:11:30.5+00:00'),
(42, 43, 'Shipping', '54E8A36B-A2DD-56F4-BC13-1440D059A29C', '2005-07-15 18:42:30.123456+00:00'),
(43, 44, 'Main Office', '9350DC2B-7D5F-54BD-90FC-EAAC6C358122', '2006-08-16 18:43:30.007+00:00'),
(44, 45, 'Shipping', '0F98F3AE-498E-527A-9B90-5FE8C9823676', '2007-09-18 04:44:30+00:00'),
(45, 1, 'Main Office', '53EDE5D2-113D-5BF9-8F6F-4579439DEDE7', '2008-10-18 16:00:30.5+00:00'),
(46, 2, 'Shipping', '04F3B637-E185-528A-8207-2F120D6F0402', '2009-11-19 08:46:30.123456+00:00'),
(47, 3, 'Main Office', 'C22EE8D9-2B30-568E-913C-D5B9F5E0D773', '2010-12-21 03:17:30.007+00:00'),
(48, 4, 'Shipping', '7DDDD884-9AA2-5A9C-B66B-16ADE5E729E3', '2011-01-21 00:48:30+00:00'),
(49, 5, 'Main Office', '27E645D8-CA71-5F1C-9856-F11D58F5BCBA', '2012-02-22 00:49:30.5+00:00'),
(50, 6, 'Shipping', '27273E5B-2349-5BE0-9254-8C4591FFFF59', '2013-03-23 10:50:30.123456+00:00'),
(51, 7, 'Main Office', '6D77A9E7-0EC3-5400-9FEC-AA914149EDFC', '2199-12-31 23:59:59+00:00'),
(52, 8, 'Shipping', 'F2E15B9B-D960-58DC-B547-DF6AB1DA3270', '2015-05-24 14:52:30+00:00'),
(53, 9, 'Main Office', '09DE2C4E-8C0D-5A92-BBDF-5F4B7AF69C81', '2016-06-26 09:23:30.5+00:00'),
(54, 10, 'Shipping', '3FE33D86-24DC-5AA0-A24A-6BB824184550', '2017-07-27 06:54:30.123456+00:00'),
(55, 11, 'Main Office', 'B950E8E4-1FDB-57B9-95E6-08257EA31971', '2018-08-28 06:55:30.007+00:00'),
(56, 12, 'Shipping', 'B82DDAB6-A935-5730-95CD-1F347F1F772F', '2019-09-01 16:56:30+00:00'),
(57, 13, 'Main Office', 'E36EE3FF-0AA3-5588-84CF-4D14DB8A48BE', '2020-10-02 04:12:30.5+00:00'),
(58, 14, 'Shipping', '6ADB008B-1969-5C72-80DC-FB99363628E0', '2021-11-02 20:58:30.123456+00:00'),
(59, 15, 'Main Office', '4E88E168-7411-508A-83EE-1BE00D92F7EC', '2022-12-04 15:29:30.007+00:00'),
(60, 16, 'Shipping', '3D905587-FDA3-5DA9-83C0-71020B1FCDC1', '2003-01-05 12:00:30+00:00');

INSERT INTO "SalesOrderHeader" ("SalesOrderID", "RevisionNumber", "OrderDate", "DueDate", "ShipDate", "Status", "OnlineOrderFlag", "SalesOrderNumber", "PurchaseOrderNumber", "AccountNumber", "CustomerID", "ShipToAddressID", "BillToAddressID", "ShipMethod", "CreditCardApprovalCode", "SubTotal", "TaxAmt", "Freight", "TotalDue", "Comment", "rowguid", "ModifiedDate") VALUES
(71774, 3, '2024-02-29 06:15:00.000001+00:00', '2018-04-12 09:30:30.007+00:00', '2019-05-13 02:16:30+00:00', 2, 1, 'SO71774', 'PO2224994', '10-4020-000609', 15, 45, 11, 'CARGO TRANSPORT 5', NULL, 280.4286, 23.3690, 22.0087, 303.7976, NULL, '553529B7-EF73-5A21-8A9F-72B92DB08521', '2024-02-29 06:15:00.000001+00:00'),
(71775, 1, '2018-04-12 09:30:30.007+00:00', '2019-05-13 02:16:30+00:00', NULL, 3, 0, 'SO71775', 'PO2225025', '10-4020-000609', 16, NULL, 12, 'CARGO TRANSPORT 5', '105041Vi84182', 280.5714, 23.3810, 22.0087, 303.9524, 'x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --', 'E859C98C-8A05-5A71-87D4-D893622875AF', '2018-04-12 09:30:30.007+00:00'),
(71776, 2, '2019-05-13 02:16:30+00:00', '2020-06-14 20:47:30.5+00:00', '2021-07-15 18:18:30.123456+00:00', 4, 1, 'SO71776', NULL, '10-4020-000609', 17, 2, 13, 'CARGO TRANSPORT 5', NULL, 280.7143, 23.3929, 22.0087, 304.1071, NULL, '1E065D73-EB51-5B8B-8CD8-B68EF7D892CD', '2019-05-13 02:16:30+00:00'),
(71777, 3, '2020-06-14 20:47:30.5+00:00', '2021-07-15 18:18:30.123456+00:00', '2022-08-16 18:19:30.007+00:00', 5, 0, 'SO71777', 'PO2225087', '10-4020-000609', 18, 3, 14, 'CARGO TRANSPORT 5', '105041Vi84182', 280.8571, 23.4048, 22.0087, 304.2619, '', 'CF1B7AB9-AB77-5E98-9FE5-8BD279A095D8', '2020-06-14 20:47:30.5+00:00'),
(71778, 1, '2021-07-15 18:18:30.123456+00:00', '2022-08-16 18:19:30.007+00:00', NULL, 0, 1, 'SO71778', 'PO2225118', '10-4020-000609', 19, 4, NULL, 'CARGO TRANSPORT 5', NULL, 281.0000, 23.4167, 22.0087, NULL, NULL, '1B356214-B818-56DA-939C-962EBAA6A69E', '2021-07-15 18:18:30.123456+00:00'),
(71779, 2, '2022-08-16 18:19:30.007+00:00', '2003-09-18 04:20:30+00:00', '2004-10-18 15:36:30.5+00:00', 1, 0, 'SO71779', 'PO2225149', '10-4020-000609', 20, 5, 16, 'CARGO TRANSPORT 5', '105041Vi84182', 281.1429, 23.4286, 22.0087, 304.5714, 'two
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two more', '04E06CA1-C21E-5DC6-97FF-19D45607277F', '2022-08-16 18:19:30.007+00:00'),
(71780, 3, '2003-09-18 04:20:30+00:00', '2004-10-18 15:36:30.5+00:00', '2005-11-19 08:22:30.123456+00:00', 2, 1, 'SO71780', NULL, '10-4020-000609', 21, NULL, 17, 'CARGO TRANSPORT 5', NULL, 281.2857, 23.4405, 22.0087, 304.7262, NULL, '6065D4DE-E388-5FB0-9DF3-7A66BEA1ED97', '2003-09-18 04:20:30+00:00'),
(71781, 1, '2004-10-18 15:36:30.5+00:00', '2005-11-19 08:22:30.123456+00:00', NULL, 3, 0, 'SO71781', 'PO2225211', '10-4020-000609', 22, 7, 18, 'CARGO TRANSPORT 5', '105041Vi84182', 281.4286, 23.4524, 22.0087, 304.8810, '日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト', 'B7B9E4CD-0F46-595E-9D35-9C31C8B363C5', '2004-10-18 15:36:30.5+00:00'),
(71782, 2, '2005-11-19 08:22:30.123456+00:00', '2006-12-21 02:53:30.007+00:00', '2007-01-21 00:24:30+00:00', 4, 1, 'SO71782', 'PO2225242', '10-4020-000609', 23, 8, 19, 'CARGO TRANSPORT 5', NULL, 281.5714, 23.4643, 22.0087, 305.0357, NULL, 'F25FDBD1-F84A-5367-BE24-F0D149D491DA', '2005-11-19 08:22:30.123456+00:00'),
(71783, 3, '2006-12-21 02:53:30.007+00:00', '2007-01-21 00:24:30+00:00', '2008-02-22 00:25:30.5+00:00', 5, 0, 'SO71783', 'PO2225273', '10-4020-000609', 24, 9, 20, 'CARGO TRANSPORT 5', '105041Vi84182', 281.7143, 23.4762, 22.0087, 305.1905, '🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️', '7C622623-4249-5BE7-80C1-4B1B9512649B', '2006-12-21 02:53:30.007+00:00'),
(71784, 1, '2007-01-21 00:24:30+00:00', '2008-02-22 00:25:30.5+00:00', NULL, 0, 1, 'SO71784', NULL, '10-4020-000609', 25, 10, NULL, 'CARGO TRANSPORT 5', NULL, 281.8571, 23.4881, 22.0087, 305.3452, NULL, 'EF73988B-6FA9-5690-8C7A-849E4E1A1BA3', '2007-01-21 00:24:30+00:00'),
(71785, 2, '2008-02-22 00:25:30.5+00:00', '2009-03-23 10:26:30.123456+00:00', '2010-04-23 21:42:30.007+00:00', 1, 0, 'SO71785', 'PO2225335', '10-4020-000609', 26, NULL, 22, 'CARGO TRANSPORT 5', '105041Vi84182', 282.0000, 23.5000, 22.0087, NULL, '2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z', 'CA48A6EA-77F1-5210-81BE-8FFE55BE0DA5', '2008-02-22 00:25:30.5+00:00'),
(71786, 3, '2009-03-23 10:26:30.123456+00:00', '2010-04-23 21:42:30.007+00:00', '2011-05-24 14:28:30+00:00', 2, 1, 'SO71786', 'PO2225366', '10-4020-000609', 27, 12, 23, 'CARGO TRANSPORT 5', NULL, 282.1429, 23.5119, 22.0087, 305.6548, NULL, '5C3D2534-A06C-5B09-8E4B-E90991348011', '2009-03-23 10:26:30.123456+00:00'),
(71787, 1, '2010-04-23 21:42:30.007+00:00', '2011-05-24 14:28:30+00:00', NULL, 3, 0, 'SO71787', 'PO2225397', '10-4020-000609', 28, 13, 24, 'CARGO TRANSPORT 5', '105041Vi84182', 282.2857, 23.5238, 22.0087, 305.8095, '1e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e5', 'B97FAF69-2CF6-5E32-9A7C-485F31449A1D', '2010-04-23 21:42:30.007+00:00'),
(71788, 2, '2011-05-24 14:28:30+00:00', '2012-06-26 08:59:30.5+00:00', '2013-07-27 06:30:30.123456+00:00', 4, 1, 'SO71788', NULL, '10-4020-000609', 29, 14, 25, 'CARGO TRANSPORT 5', NULL, 282.4286, 23.5357, 22.0087, 305.9643, NULL, '483502B0-50A8-510D-8E5E-B0D38837AA14', '2011-05-24 14:28:30+00:00'),
(71789, 3, '2012-06-26 08:59:30.5+00:00', '2013-07-27 06:30:30.123456+00:00', '2199-12-31 23:59:59+00:00', 5, 0, 'SO71789', 'PO2225459', '10-4020-000609', 30, 15, 26, 'CARGO TRANSPORT 5', '105041Vi84182', 282.5714, 23.5476, 22.0087, 306.1190, '  spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends  ', 'FFAF6B5A-BCE5-5397-ADDE-DE477BC37987', '2012-06-26 08:59:30.5+00:00'),
(71790, 1, '2013-07-27 06:30:30.123456+00:00', '2199-12-31 23:59:59+00:00', NULL, 0, 1, 'SO71790', 'PO2225490', '10-4020-000609', 31, NULL, NULL, 'CARGO TRANSPORT 5', NULL, 282.7143, 23.5595, 22.0087, 306.2738, NULL, '936D59E4-7C81-578F-B1F6-67F1AE084AF7', '2013-07-27 06:30:30.123456+00:00'),
(71791, 2, '2199-12-31 23:59:59+00:00', '2015-09-01 16:32:30+00:00', '2016-10-02 03:48:30.5+00:00', 1, 0, 'SO71791', 'PO2225521', '10-4020-000609', 32, 17, 28, 'CARGO TRANSPORT 5', '105041Vi84182', 282.8571, 23.5714, 22.0087, 306.4286, 'x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --', '8C97BF0E-0857-538E-ADEA-2FCE2AA9F470', '2199-12-31 23:59:59+00:00'),
(71792, 3, '2015-09-01 16:32:30+00:00', '2016-10-02 03:48:30.5+00:00', '2017-11-02 20:34:30.123456+00:00', 2, 1, 'SO71792', NULL, '10-4020-000609', 33, 18, 29, 'CARGO TRANSPORT 5', NULL, 283.0000, 23.5833, 22.0087, NULL, NULL, 'A1179ABA-D0F8-5037-9C70-08EF4A05A946', '2015-09-01 16:32:30+00:00'),
(71793, 1, '2016-10-02 03:48:30.5+00:00', '2017-11-02 20:34:30.123456+00:00', NULL, 3, 0, 'SO71793', 'PO2225583', '10-4020-000609', 34, 19, 30, 'CARGO TRANSPORT 5', '105041Vi84182', 283.1429, 23.5952, 22.0087, 306.7381, '', 'A883CEAF-A44D-504F-A187-C6C38CB5E45B', '2016-10-02 03:48:30.5+00:00'),
(71794, 2, '2017-11-02 20:34:30.123456+00:00', '2018-12-04 15:05:30.007+00:00', '2019-01-05 12:36:30+00:00', 4, 1, 'SO71794', 'PO2225614', '10-4020-000609', 35, 20, 31, 'CARGO TRANSPORT 5', NULL, 283.2857, 23.6071, 22.0087, 306.8929, NULL, 'F6457D15-DFB6-5B49-BDDA-5CB24033076B', '2017-11-02 20:34:30.123456+00:00'),
(71795, 3, '2018-12-04 15:05:30.007+00:00', '2019-01-05 12:36:30+00:00', '2020-02-06 12:37:30.5+00:00', 5, 0, 'SO71795', 'PO2225645', '10-4020-000609', 36, NULL, 32, 'CARGO TRANSPORT 5', '105041Vi84182', 283.4286, 23.6190, 22.0087, 307.0476, 'two
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two moretwo
lines, and
two more', '51628284-9AAF-5113-81FD-D15D45161387', '2018-12-04 15:05:30.007+00:00'),
(71796, 1, '2019-01-05 12:36:30+00:00', '2020-02-06 12:37:30.5+00:00', NULL, 0, 1, 'SO71796', NULL, '10-4020-000609', 37, 22, NULL, 'CARGO TRANSPORT 5', NULL, 283.5714, 23.6310, 22.0087, 307.2024, NULL, '024636DF-C8E9-5C43-A4B5-16F61706A090', '2019-01-05 12:36:30+00:00'),
(71797, 2, '2020-02-06 12:37:30.5+00:00', '2021-03-07 22:38:30.123456+00:00', '2022-04-08 09:54:30.007+00:00', 1, 0, 'SO71797', 'PO2225707', '10-4020-000609', 38, 23, 34, 'CARGO TRANSPORT 5', '105041Vi84182', 283.7143, 23.6429, 22.0087, 307.3571, '日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト', '317C6D3A-1E60-5BFD-80FB-A9CC4B523122', '2020-02-06 12:37:30.5+00:00'),
(71798, 3, '2021-03-07 22:38:30.123456+00:00', '2022-04-08 09:54:30.007+00:00', '2003-05-09 02:40:30+00:00', 2, 1, 'SO71798', 'PO2225738', '10-4020-000609', 39, 24, 35, 'CARGO TRANSPORT 5', NULL, 283.8571, 23.6548, 22.0087, 307.5119, NULL, 'EB8C09D3-B911-584A-B50C-4D1C59A9CC05', '2021-03-07 22:38:30.123456+00:00'),
(71799, 1, '2022-04-08 09:54:30.007+00:00', '2003-05-09 02:40:30+00:00', NULL, 3, 0, 'SO71799', 'PO2225769', '10-4020-000609', 40, 25, 36, 'CARGO TRANSPORT 5', '105041Vi84182', 284.0000, 23.6667, 22.0087, NULL, '🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️', '3D513B0C-7D6D-51F8-889F-234B9C8942CA', '2022-04-08 09:54:30.007+00:00'),
(71800, 2, '2003-05-09 02:40:30+00:00', '2004-06-10 21:11:30.5+00:00', '2005-07-11 18:42:30.123456+00:00', 4, 1, 'SO71800', NULL, '10-4020-000609', 41, NULL, 37, 'CARGO TRANSPORT 5', NULL, 284.1429, 23.6786, 22.0087, 307.8214, NULL, '236566A7-0663-512E-A9D1-059E61A56DBF', '2003-05-09 02:40:30+00:00'),
(71801, 3, '2004-06-10 21:11:30.5+00:00', '2005-07-11 18:42:30.123456+00:00', '2006-08-12 18:43:30.007+00:00', 5, 0, 'SO71801', 'PO2225831', '10-4020-000609', 42, 27, 38, 'CARGO TRANSPORT 5', '105041Vi84182', 284.2857, 23.6905, 22.0087, 307.9762, '2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z', '24A92DCA-DAB7-52DB-A3FA-5D7A5B0A35ED', '2004-06-10 21:11:30.5+00:00'),
(71802, 1, '2005-07-11 18:42:30.123456+00:00', '2006-08-12 18:43:30.007+00:00', NULL, 0, 1, 'SO71802', 'PO2225862', '10-4020-000609', 43, 28, NULL, 'CARGO TRANSPORT 5', NULL, 284.4286, 23.7024, 22.0087, 308.1310, NULL, '05D984CC-9C6E-5D68-8578-476011506D8C', '2005-07-11 18:42:30.123456+00:00'),
(71803, 2, '2006-08-12 18:43:30.007+00:00', '2007-09-14 04:44:30+00:00', '2008-10-14 16:00:30.5+00:00', 1, 0, 'SO71803', 'PO2225893', '10-4020-000609', 44, 29, 40, 'CARGO TRANSPORT 5', '105041Vi84182', 284.5714, 23.7143, 22.0087, 308.2857, '1e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e5', 'E4DA899E-CADC-5BA9-9DA5-B1AD2B92C171', '2006-08-12 18:43:30.007+00:00');

INSERT INTO "SalesOrderDetail" ("SalesOrderID", "SalesOrderDetailID", "OrderQty", "ProductID", "UnitPrice", "UnitPriceDiscount", "LineTotal", "rowguid", "ModifiedDate") VALUES
(71786, 110562, 7, 33, 1059.3100, 0.0000, 7415.170000, 'CF590443-F7AD-53A9-BF07-BD582D0F15A0', '2005-07-19 18:42:30.123456+00:00'),
(71787, 110563, 8, 34, 12345678901.2345, 0.0000, NULL, '8696D398-2E49-541C-A26E-DF829A0813F5', '2006-08-20 18:43:30.007+00:00'),
(71788, 110564, 9, 35, 99999999999.9999, 0.0200, NULL, 'DAE921D9-FAF9-5E40-9195-BD2EB0CD17B2', '2007-09-22 04:44:30+00:00'),
(71789, 110565, 10, 36, -0.5000, 0.0000, -5.000000, '8E2CA022-10DF-5980-9F56-C8885666EEBF', '2008-10-22 16:00:30.5+00:00'),
(71790, 110566, 11, 37, 21.5000, 0.0000, 236.500000, '1ACB4D95-67EF-5D6C-88C4-F44A7F1B9F52', '2009-11-23 08:46:30.123456+00:00'),
(71791, 110567, 12, 38, 3578.2700, 0.0000, 42939.240000, '22729D15-A070-5C0D-A1FD-6FE6BC5D63A1', '2010-12-25 03:17:30.007+00:00'),
(71792, 110568, 1, 39, 0.0000, 0.0200, 0.000000, '04A87D7C-2E31-5B93-A2BD-AB9CCBDE6CA3', '1900-01-01 00:00:00+00:00'),
(71793, 110569, 2, 40, 0.0001, 0.0000, 0.000200, 'CE73971E-8324-5ECE-9813-227C46C4E8E6', '2012-02-26 00:49:30.5+00:00'),
(71794, 110570, 3, 41, 1059.3100, 0.0000, 3177.930000, '224B42FD-172C-5E0C-9E5F-8C2734A882DA', '2013-03-27 10:50:30.123456+00:00'),
(71795, 110571, 4, 42, 12345678901.2345, 0.0000, NULL, '8E4D9E16-8C08-50FD-8072-092AAABCE9EF', '2014-04-27 22:06:30.007+00:00'),
(71796, 110572, 5, 43, 99999999999.9999, 0.0200, NULL, 'DA8B34F3-CCE9-582A-8A4C-0359A5580F66', '2015-04-30 14:52:30+00:00'),
(71797, 110573, 6, 44, -0.5000, 0.0000, -3.000000, '6550A6EF-F789-5065-A894-ADADB88173AE', '2016-06-02 09:23:30.5+00:00'),
(71798, 110574, 7, 45, 21.5000, 0.0000, 150.500000, '28542714-8239-5CBA-A7E5-1C01AC247609', '2017-07-03 06:54:30.123456+00:00'),
(71799, 110575, 8, 46, 3578.2700, 0.0000, 28626.160000, 'FEA52052-447C-5598-A18F-6E73C4BF378F', '2018-08-04 06:55:30.007+00:00'),
(71800, 110576, 9, 47, 0.0000, 0.0200, 0.000000, '161F520B-5AC0-58A0-9512-3D8EC015B0BA', '2019-09-05 16:56:30+00:00'),
(71801, 110577, 10, 48, 0.0001, 0.0000, 0.001000, '07B0F82D-133F-5283-BCB0-C4B26E3D32D7', '2020-10-06 04:12:30.5+00:00'),
(71802, 110578, 11, 49, 1059.3100, 0.0000, 11652.410000, '422503B2-0145-5E92-B5A3-D48830AF72B9', '2021-11-06 20:58:30.123456+00:00'),
(71803, 110579, 12, 50, 12345678901.2345, 0.0000, NULL, '139DD606-DF36-55AB-B995-9130D34A408E', '2022-12-08 15:29:30.007+00:00'),
(71774, 110580, 1, 51, 99999999999.9999, 0.0200, NULL, 'E49D2209-D534-5629-BF3D-9676326440AD', '2003-01-09 12:00:30+00:00'),
(71775, 110581, 2, 52, -0.5000, 0.0000, -1.000000, '694B8301-3D3A-5F47-82D3-402554B1062A', '2004-02-10 12:01:30.5+00:00'),
(71776, 110582, 3, 53, 21.5000, 0.0000, 64.500000, 'B07446FB-4154-5AAF-B955-555190D5F18C', '2005-03-11 22:02:30.123456+00:00'),
(71777, 110583, 4, 54, 3578.2700, 0.0000, 14313.080000, '12355A45-06E0-53D2-B25F-017975BFAC40', '2006-04-12 09:18:30.007+00:00'),
(71778, 110584, 5, 55, 0.0000, 0.0200, 0.000000, '6CBE9567-D010-5208-B1FA-DB35B4BB3DEF', '2007-05-13 02:04:30+00:00'),
(71779, 110585, 6, 56, 0.0001, 0.0000, 0.000600, '617969E3-C984-54AB-B88B-83769570DE73', '2000-01-01 07:59:59.999999+00:00'),
(71780, 110586, 7, 57, 1059.3100, 0.0000, 7415.170000, '00AF99B7-F835-5F75-9263-F70810525264', '2009-07-15 18:06:30.123456+00:00'),
(71781, 110587, 8, 58, 12345678901.2345, 0.0000, NULL, '9AAA8A41-3162-58CD-A0C2-4004BB2B7BD8', '2010-08-16 18:07:30.007+00:00'),
(71782, 110588, 9, 59, 99999999999.9999, 0.0200, NULL, '06F64FDF-E7A1-5D92-8051-B10D7935F424', '2011-09-18 04:08:30+00:00'),
(71783, 110589, 10, 60, -0.5000, 0.0000, -5.000000, 'D6E11C66-13D2-507F-9A8D-14AC5EA4D283', '2012-10-18 15:24:30.5+00:00'),
(71784, 110590, 11, 61, 21.5000, 0.0000, 236.500000, '60EE5824-17A9-5401-A18B-45C17FE5C8CF', '2013-11-19 08:10:30.123456+00:00'),
(71785, 110591, 12, 62, 3578.2700, 0.0000, 42939.240000, '11A4D992-093C-564C-A184-8BFD309C7D59', '2014-12-21 02:41:30.007+00:00'),
(71786, 110592, 1, 63, 0.0000, 0.0200, 0.000000, '275403FB-2EC2-5093-9281-84092A78A430', '2015-01-21 00:12:30+00:00'),
(71787, 110593, 2, 64, 0.0001, 0.0000, 0.000200, '67BA5B86-DC27-53AA-9D61-2D9E203962C5', '2016-02-22 00:13:30.5+00:00'),
(71788, 110594, 3, 65, 1059.3100, 0.0000, 3177.930000, 'CEF21D37-8AAF-557D-B9AE-768AA97BB670', '2017-03-23 10:14:30.123456+00:00'),
(71789, 110595, 4, 66, 12345678901.2345, 0.0000, NULL, '364DDEF1-D283-5EEE-ABD7-9ADFE28445F9', '2018-04-23 21:30:30.007+00:00'),
(71790, 110596, 5, 67, 99999999999.9999, 0.0200, NULL, '54A0BFBB-76BE-5A83-A775-2B908347B76A', '2019-05-24 14:16:30+00:00'),
(71791, 110597, 6, 68, -0.5000, 0.0000, -3.000000, 'CF963074-3816-5566-9025-FCEA383C494D', '2020-06-26 08:47:30.5+00:00'),
(71792, 110598, 7, 69, 21.5000, 0.0000, 150.500000, '655C7A85-D157-5717-BE62-A7BBEABE8258', '2021-07-27 06:18:30.123456+00:00'),
(71793, 110599, 8, 70, 3578.2700, 0.0000, 28626.160000, '6308F94B-0207-5760-9422-851FAF2BBE8F', '2022-08-28 06:19:30.007+00:00'),
(71794, 110600, 9, 1, 0.0000, 0.0200, 0.000000, 'FCF47284-AD08-53D2-838B-B0CA813F78A8', '2003-09-01 16:20:30+00:00'),
(71795, 110601, 10, 2, 0.0001, 0.0000, 0.001000, '7479352D-6ADB-5842-AB3F-A80954EB384C', '2004-10-02 03:36:30.5+00:00'),
(71796, 110602, 11, 3, 1059.3100, 0.0000, 11652.410000, 'EB092EF8-CB81-5EBC-A3B4-1BD7375E39D6', '2024-02-29 06:15:00.000001+00:00'),
(71797, 110603, 12, 4, 12345678901.2345, 0.0000, NULL, '84E3B465-B842-5142-BD22-A3D33AA6A820', '2006-12-04 14:53:30.007+00:00'),
(71798, 110604, 1, 5, 99999999999.9999, 0.0200, NULL, '0DA8118C-32F8-5621-BF47-8A9DBA012434', '2007-01-05 12:24:30+00:00'),
(71799, 110605, 2, 6, -0.5000, 0.0000, -1.000000, '3839ED42-71DA-5CA4-9EE6-1F3BF444A3CA', '2008-02-06 12:25:30.5+00:00'),
(71800, 110606, 3, 7, 21.5000, 0.0000, 64.500000, 'AF2A0BAB-5E15-5722-8A95-E102130DC2F2', '2009-03-07 22:26:30.123456+00:00'),
(71801, 110607, 4, 8, 3578.2700, 0.0000, 14313.080000, 'F24E0E73-139E-596C-9F4A-C4EB9C934BA5', '2010-04-08 09:42:30.007+00:00'),
(71802, 110608, 5, 9, 0.0000, 0.0200, 0.000000, 'E2129D77-B015-56DC-8CCD-3FA489D58FB0', '2011-05-09 02:28:30+00:00'),
(71803, 110609, 6, 10, 0.0001, 0.0000, 0.000600, 'E82180D1-D56D-5133-A77E-57D43A436A59', '2012-06-10 20:59:30.5+00:00'),
(71774, 110610, 7, 11, 1059.3100, 0.0000, 7415.170000, '8F169266-7CD8-5191-BCAC-56A8446EFFEF', '2013-07-11 18:30:30.123456+00:00'),
(71775, 110611, 8, 12, 12345678901.2345, 0.0000, NULL, '3A60A7C6-AA9C-5CDE-BBB5-1CD70D9C1FDC', '2014-08-12 18:31:30.007+00:00'),
(71776, 110612, 9, 13, 99999999999.9999, 0.0200, NULL, '5C995465-5C40-5309-ADA0-4DC15148389C', '2015-09-14 04:32:30+00:00'),
(71777, 110613, 10, 14, -0.5000, 0.0000, -5.000000, '2689F2EE-DC90-5DCF-A764-A559A7019525', '2016-10-14 15:48:30.5+00:00'),
(71778, 110614, 11, 15, 21.5000, 0.0000, 236.500000, 'ECA2BAC9-1998-55CB-BEE3-61473E6B3A10', '2017-11-15 08:34:30.123456+00:00'),
(71779, 110615, 12, 16, 3578.2700, 0.0000, 42939.240000, '1131DE73-482D-57D8-8BCF-B6B27A096EDC', '2018-12-17 03:05:30.007+00:00'),
(71780, 110616, 1, 17, 0.0000, 0.0200, 0.000000, '0815C0F2-B7A9-5FC9-B52F-C379C4BE1083', '2019-01-17 00:36:30+00:00'),
(71781, 110617, 2, 18, 0.0001, 0.0000, 0.000200, 'F23FFE94-D28A-5528-8661-098C6F53EE9C', '2020-02-18 00:37:30.5+00:00'),
(71782, 110618, 3, 19, 1059.3100, 0.0000, 3177.930000, '6AB9BEFB-9292-5770-96CB-30920C6C799A', '2021-03-19 10:38:30.123456+00:00'),
(71783, 110619, 4, 20, 12345678901.2345, 0.0000, NULL, 'EEB49389-C939-535E-B18F-2753D8266EF0', '2199-12-31 23:59:59+00:00'),
(71784, 110620, 5, 21, 99999999999.9999, 0.0200, NULL, '49590E64-A529-560B-9AE6-D13E0378526E', '2003-05-20 14:40:30+00:00'),
(71785, 110621, 6, 22, -0.5000, 0.0000, -3.000000, '932DE3A7-C227-586D-B14A-3F65E6CFCD76', '2004-06-22 09:11:30.5+00:00'),
(71786, 110622, 7, 23, 21.5000, 0.0000, 150.500000, 'ED19DCE0-3455-5283-86B2-AFD892660431', '2005-07-23 06:42:30.123456+00:00'),
(71787, 110623, 8, 24, 3578.2700, 0.0000, 28626.160000, 'EDEDD3C6-8420-5AB7-8FE9-1B13249D614E', '2006-08-24 06:43:30.007+00:00'),
(71788, 110624, 9, 25, 0.0000, 0.0200, 0.000000, 'C1852CC5-3BB6-5923-8CCE-532F6D34AA3C', '2007-09-25 16:44:30+00:00'),
(71789, 110625, 10, 26, 0.0001, 0.0000, 0.001000, 'BA4F3669-1375-58E3-ADCE-6324031F9D8B', '2008-10-26 04:00:30.5+00:00'),
(71790, 110626, 11, 27, 1059.3100, 0.0000, 11652.410000, '1CBC779F-50EB-520B-9836-8A9FBAD54D2E', '2009-11-26 20:46:30.123456+00:00'),
(71791, 110627, 12, 28, 12345678901.2345, 0.0000, NULL, '6582A21F-9B00-5CE3-86BD-1A8A2E6D0D19', '2010-12-28 15:17:30.007+00:00'),
(71792, 110628, 1, 29, 99999999999.9999, 0.0200, NULL, 'CE765338-BADD-5AF3-A81A-1B5982071480', '2011-01-01 12:48:30+00:00'),
(71793, 110629, 2, 30, -0.5000, 0.0000, -1.000000, '941E6CFF-814B-5A32-BA6B-ABCFC0271035', '2012-02-02 12:49:30.5+00:00'),
(71794, 110630, 3, 31, 21.5000, 0.0000, 64.500000, '44DA5ED7-F55A-5AC2-AFF2-2DC9AB4F45A9', '2013-03-03 22:50:30.123456+00:00'),
(71795, 110631, 4, 32, 3578.2700, 0.0000, 14313.080000, '6F4B5E4D-4FF1-5E08-8888-F326A1506B44', '2014-04-04 10:06:30.007+00:00'),
(71796, 110632, 5, 33, 0.0000, 0.0200, 0.000000, '865FDA87-4565-565E-81AD-89066E009A64', '2015-05-05 02:52:30+00:00'),
(71797, 110633, 6, 34, 0.0001, 0.0000, 0.000600, 'F4DF7E43-40E5-5206-8295-C3008EEF4A7D', '2016-06-06 21:23:30.5+00:00'),
(71798, 110634, 7, 35, 1059.3100, 0.0000, 7415.170000, '2F653EE2-D771-5FF0-A3C6-F41E66551F2A', '2017-07-07 18:54:30.123456+00:00'),
(71799, 110635, 8, 36, 12345678901.2345, 0.0000, NULL, 'C66544EB-73CF-5374-BA06-13D1BFB7AECB', '2018-08-08 18:55:30.007+00:00'),
(71800, 110636, 9, 37, 99999999999.9999, 0.0200, NULL, '3D6D9DCA-73C6-5E3C-AF74-C1E9640A736F', '1900-01-01 00:00:00+00:00'),
(71801, 110637, 10, 38, -0.5000, 0.0000, -5.000000, '25A0BA18-9C19-58C8-9BE7-45DEAFDCD88D', '2020-10-10 16:12:30.5+00:00'),
(71802, 110638, 11, 39, 21.5000, 0.0000, 236.500000, '25BE4F45-53E7-544F-B53D-4AFE02FF77A9', '2021-11-11 08:58:30.123456+00:00'),
(71803, 110639, 12, 40, 3578.2700, 0.0000, 42939.240000, 'FB2674BC-79E9-560E-9D22-28F3D3174AD1', '2022-12-13 03:29:30.007+00:00'),
(71774, 110640, 1, 41, 0.0000, 0.0200, 0.000000, '5B856425-4A6F-58A7-A49A-CF695DC96A71', '2003-01-13 00:00:30+00:00'),
(71775, 110641, 2, 42, 0.0001, 0.0000, 0.000200, '8A3786B3-DCBE-5521-91C8-1F09CDBF0A1E', '2004-02-14 00:01:30.5+00:00'),
(71776, 110642, 3, 43, 1059.3100, 0.0000, 3177.930000, '4786FD82-23F6-51F3-A12D-53B669668B1E', '2005-03-15 10:02:30.123456+00:00'),
(71777, 110643, 4, 44, 12345678901.2345, 0.0000, NULL, 'BBBE24E2-E4D8-5B72-B04E-B202B2F2DABD', '2006-04-15 21:18:30.007+00:00'),
(71778, 110644, 5, 45, 99999999999.9999, 0.0200, NULL, 'C0C22D44-FF7F-58E5-8F00-1A0DB5E605EF', '2007-05-16 14:04:30+00:00'),
(71779, 110645, 6, 46, -0.5000, 0.0000, -3.000000, '542B25D3-0110-50AA-8FD2-A75C8DCFAB63', '2008-06-18 08:35:30.5+00:00'),
(71780, 110646, 7, 47, 21.5000, 0.0000, 150.500000, 'F2F26B28-B6F0-51D5-9A16-6AE42ABE7158', '2009-07-19 06:06:30.123456+00:00'),
(71781, 110647, 8, 48, 3578.2700, 0.0000, 28626.160000, '5904073F-FB80-5212-A713-81A1919A711D', '2010-08-20 06:07:30.007+00:00'),
(71782, 110648, 9, 49, 0.0000, 0.0200, 0.000000, '6BAD8295-A070-529B-BF3A-61A0580DB236', '2011-09-21 16:08:30+00:00'),
(71783, 110649, 10, 50, 0.0001, 0.0000, 0.001000, 'CAB108EA-8291-57DF-9625-D3F030E65DF9', '2012-10-22 03:24:30.5+00:00'),
(71784, 110650, 11, 51, 1059.3100, 0.0000, 11652.410000, '67DDB7D8-CF27-59D9-B7EE-D9EC935025C0', '2013-11-22 20:10:30.123456+00:00'),
(71785, 110651, 12, 52, 12345678901.2345, 0.0000, NULL, 'B6D6BBF1-0AB8-5B09-AA28-C98A414A4A4E', '2014-12-24 14:41:30.007+00:00');
