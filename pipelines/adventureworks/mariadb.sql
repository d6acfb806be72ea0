-- The AdventureWorks tables with rows of our own making.
-- Written by tests/adventureworks/seed.py; a change belongs there.
SET NAMES utf8mb4;
SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO';

CREATE TABLE "ProductDescription" (
    "ProductDescriptionID" int AUTO_INCREMENT NOT NULL,
    "Description" varchar(400) NOT NULL,
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_ProductDescription" PRIMARY KEY ("ProductDescriptionID")
);

CREATE TABLE "ProductCategory" (
    "ProductCategoryID" char(36) NOT NULL,
    "ParentProductCategoryID" char(36),
    "Name" varchar(50) NOT NULL,
    "rowguid" char(36),
    "ModifiedDate" datetime(6),
    "IsActive" bit(1) NOT NULL,
    CONSTRAINT "PK_ProductCategory" PRIMARY KEY ("ProductCategoryID")
);

CREATE TABLE "ProductModel" (
    "ProductModelID" int AUTO_INCREMENT NOT NULL,
    "Name" varchar(50) NOT NULL,
    "CatalogDescription" longtext,
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_ProductModel" PRIMARY KEY ("ProductModelID")
);

CREATE TABLE "Product" (
    "ProductID" int AUTO_INCREMENT NOT NULL,
    "Name" varchar(50) NOT NULL,
    "ProductNumber" varchar(25) NOT NULL,
    "Color" varchar(15),
    "StandardCost" decimal(19,4) NOT NULL,
    "ListPrice" decimal(19,4) NOT NULL,
    "Size" varchar(5),
    "Weight" decimal(8,2),
    "ProductCategoryID" char(36),
    "ProductModelID" int,
    "SellStartDate" datetime(6) NOT NULL,
    "SellEndDate" datetime(6),
    "DiscontinuedDate" datetime(6),
    "ThumbNailPhoto" longblob,
    "ThumbnailPhotoFileName" varchar(50),
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_Product" PRIMARY KEY ("ProductID")
);

CREATE TABLE "Address" (
    "AddressID" int AUTO_INCREMENT NOT NULL,
    "AddressLine1" varchar(60) NOT NULL,
    "AddressLine2" varchar(60),
    "City" varchar(30) NOT NULL,
    "StateProvince" varchar(50) NOT NULL,
    "CountryRegion" varchar(50) NOT NULL,
    "PostalCode" varchar(15) NOT NULL,
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_Address" PRIMARY KEY ("AddressID")
);

CREATE TABLE "Customer" (
    "CustomerID" int AUTO_INCREMENT NOT NULL,
    "NameStyle" bit(1) NOT NULL,
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
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_Customer" PRIMARY KEY ("CustomerID")
);

CREATE TABLE "CustomerAddress" (
    "CustomerID" int NOT NULL,
    "AddressID" int NOT NULL,
    "AddressType" varchar(50) NOT NULL,
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_CustomerAddress" PRIMARY KEY ("CustomerID", "AddressID")
);

CREATE TABLE "SalesOrderHeader" (
    "SalesOrderID" int AUTO_INCREMENT NOT NULL,
    "RevisionNumber" smallint NOT NULL,
    "OrderDate" datetime(6) NOT NULL,
    "DueDate" datetime(6) NOT NULL,
    "ShipDate" datetime(6),
    "Status" smallint NOT NULL,
    "OnlineOrderFlag" bit(1) NOT NULL,
    "SalesOrderNumber" varchar(25),
    "PurchaseOrderNumber" varchar(25),
    "AccountNumber" varchar(15),
    "CustomerID" int NOT NULL,
    "ShipToAddressID" int,
    "BillToAddressID" int,
    "ShipMethod" varchar(50) NOT NULL,
    "CreditCardApprovalCode" varchar(15),
    "SubTotal" decimal(19,4) NOT NULL,
    "TaxAmt" decimal(19,4) NOT NULL,
    "Freight" decimal(19,4) NOT NULL,
    "TotalDue" decimal(19,4),
    "Comment" longtext,
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_SalesOrderHeader" PRIMARY KEY ("SalesOrderID")
);

CREATE TABLE "SalesOrderDetail" (
    "SalesOrderID" int NOT NULL,
    "SalesOrderDetailID" int AUTO_INCREMENT NOT NULL,
    "OrderQty" smallint NOT NULL,
    "ProductID" int NOT NULL,
    "UnitPrice" decimal(19,4) NOT NULL,
    "UnitPriceDiscount" decimal(19,4) NOT NULL,
    "LineTotal" decimal(28,6),
    "rowguid" char(36) NOT NULL,
    "ModifiedDate" datetime(6) NOT NULL,
    CONSTRAINT "PK_SalesOrderDetail" PRIMARY KEY ("SalesOrderID", "SalesOrderDetailID"),
    KEY ("SalesOrderDetailID")
);

INSERT INTO "ProductDescription" ("ProductDescriptionID", "Description", "rowguid", "ModifiedDate") VALUES
(1, '1: ', '948dd578-ba96-52fb-a9a5-47735d83e6da', '2004-02-02 00:01:30.500000'),
(2, '2: O''Neill & "Söhne"', '29cc260e-85ff-5a00-86a8-b825ed3b02a4', '2005-03-03 10:02:30.123456'),
(3, '3: two
lines, and
two more', '260f99ae-6e8e-5070-b707-ecfb26205d53', '2006-04-03 21:18:30.007000'),
(4, '4: tab	here, back\slash, \N, \.', '2201e4c2-1305-5b25-9f5b-d6203a30975f', '2007-05-04 14:04:30.000000'),
(5, '5: 日本語のテキスト', '9099c5bc-25bd-59f5-aa1a-37c51dff86a0', '2008-06-06 08:35:30.500000'),
(6, '6: Ελληνικά, עברית, العربية', '917fb297-b7ca-553f-a7a4-534e61c8cdda', '2009-07-07 06:06:30.123456'),
(7, '7: 🚲 on a 🏔️', '49bde4b1-cc2e-56fd-b4a0-c5ab50050a8d', '2010-08-08 06:07:30.007000'),
(8, '8: é is not é', '7939aa3c-8fbb-5550-8768-b1921d1081a3', '2011-09-09 16:08:30.000000'),
(9, '9: 2024-01-01T00:00:00Z', '39e152ca-9e3a-52b8-bbbf-6c479f7a0198', '2012-10-10 03:24:30.500000'),
(10, '007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007007', '8ab5a6ee-1db7-5e26-a2cd-d380ce953cfa', '2013-11-10 20:10:30.123456'),
(11, '11: 1e5', '52abce07-7100-595d-a3cd-ea3ae368f071', '2014-12-12 14:41:30.007000'),
(12, '12: NULL', '1397c23f-9490-5f7f-9320-fc5611416df8', '2015-01-13 12:12:30.000000'),
(13, '13:   spaces at both ends  ', 'a934cc14-440a-5ffd-9dd5-77d420f98e7a', '2016-02-14 12:13:30.500000'),
(14, '14: %s %(name)s :name ? $1 {0}', '5766e3ad-d76c-57e3-b638-4f3958780b2e', '2017-03-15 22:14:30.123456'),
(15, '15: x''; DROP TABLE "Product"; --', '237ec8da-c709-5912-af0b-5090527b1f50', '2018-04-16 09:30:30.007000'),
(16, '16: Plain', '850cd023-624d-5b35-8a4f-9e9f4dc56849', '2019-05-17 02:16:30.000000'),
(17, '17: ', '2c4e1f38-5864-543a-b0f7-0c13ae0f8247', '2000-01-01 07:59:59.999999'),
(18, '18: O''Neill & "Söhne"', '0440c7ef-ee87-5c34-8bc5-f2793005391a', '2021-07-19 18:18:30.123456'),
(19, '19: two
lines, and
two more', 'ac2b875a-dad4-516d-a6b7-58c0e5aab5eb', '2022-08-20 18:19:30.007000'),
(20, 'tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here, back\slash, \N, \.tab	here', 'a1d2af4d-6f75-5794-ba67-c9c31bee3742', '2003-09-22 04:20:30.000000'),
(21, '21: 日本語のテキスト', 'cc214c34-4084-5d79-a2ee-eff8caf2020c', '2004-10-22 15:36:30.500000'),
(22, '22: Ελληνικά, עברית, العربية', '7d2cb531-d854-520a-bd1e-7a78bdd7e8aa', '2005-11-23 08:22:30.123456'),
(23, '23: 🚲 on a 🏔️', '09667930-1ef3-5f42-a55c-5943b17a7246', '2006-12-25 02:53:30.007000'),
(24, '24: é is not é', '3f3d27b3-b427-55b1-8141-242242379ce5', '2007-01-25 00:24:30.000000'),
(25, '25: 2024-01-01T00:00:00Z', '42aa7406-2bb8-5014-9f78-1884b79e9e51', '2008-02-26 00:25:30.500000'),
(26, '26: 007', '261fbf83-0f58-5810-94e2-42828b768f68', '2009-03-27 10:26:30.123456'),
(27, '27: 1e5', '1f1eefd2-6592-502b-91a1-076a83ea3b99', '2010-04-27 21:42:30.007000'),
(28, '28: NULL', '98e12126-dbbf-5f24-82d4-406475bbfcf3', '2011-04-30 14:28:30.000000'),
(29, '29:   spaces at both ends  ', 'ee0b2ca6-ede0-5d77-80e9-25ae2044272e', '2012-06-02 08:59:30.500000'),
(30, '%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)s :name ? $1 {0}%s %(name)', 'e4e17830-591a-5e89-b345-d31d6788a0c5', '2013-07-03 06:30:30.123456'),
(31, '31: x''; DROP TABLE "Product"; --', 'a45a3403-4abb-5b7e-a03b-027fc7165adf', '2014-08-04 06:31:30.007000'),
(32, '32: Plain', 'eb6e1485-bea4-59d6-aef0-2ba0ba3d985e', '2015-09-05 16:32:30.000000'),
(33, '33: ', '15128de7-0936-566c-90bc-f098f72fd7fd', '2016-10-06 03:48:30.500000'),
(34, '34: O''Neill & "Söhne"', 'ca139af9-42aa-5d9c-96d7-e5aa757337c9', '2024-02-29 06:15:00.000001'),
(35, '35: two
lines, and
two more', '9ee41a9d-b963-5a1e-8110-291cf49dd323', '2018-12-08 15:05:30.007000'),
(36, '36: tab	here, back\slash, \N, \.', 'eb853be7-5e90-5435-aced-3159a5302c14', '2019-01-09 12:36:30.000000'),
(37, '37: 日本語のテキスト', '9c414356-c6c1-501b-8f58-c026c95f13bb', '2020-02-10 12:37:30.500000'),
(38, '38: Ελληνικά, עברית, العربية', '009c3191-d3f3-52e3-8223-757aa285c475', '2021-03-11 22:38:30.123456'),
(39, '39: 🚲 on a 🏔️', 'f9b0ca8b-2f11-5425-a5e0-c6690a705d88', '2022-04-12 09:54:30.007000'),
(40, 'é is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé is not éé i', '45342971-9b60-53eb-934a-a90465491743', '2003-05-13 02:40:30.000000');

INSERT INTO "ProductCategory" ("ProductCategoryID", "ParentProductCategoryID", "Name", "rowguid", "ModifiedDate", "IsActive") VALUES
('b4696e5c-7888-5ed6-91fe-78dccc61eed3', 'ff679df3-c8ef-5148-a0b4-d2be9e49c90b', 'Mountain Bikes', NULL, NULL, 0),
('dc231d57-7cfc-5ebd-974b-6822d6fe64a7', 'ff679df3-c8ef-5148-a0b4-d2be9e49c90b', 'Road Bikes', '831f5f52-006e-5999-b1e4-52d93a6b4302', '2004-02-02 00:01:30.500000', 1),
('57670f96-c9fc-51a7-887e-514638aff45f', 'dc231d57-7cfc-5ebd-974b-6822d6fe64a7', 'Cargo Bikes', 'e073cf1a-886d-56b8-96da-2cad28445fc3', '2005-03-03 10:02:30.123456', 1),
('c6cff453-5e7d-5d8e-aff5-532de338e7d0', '72ee68e9-96f4-59d2-bb3e-c369902f21be', 'Helmets', '09f456e8-9dd2-5fb4-b041-3b06b5757212', '2006-04-03 21:18:30.007000', 0),
('e743d893-45d1-5669-aa1a-080947f0e07e', '72ee68e9-96f4-59d2-bb3e-c369902f21be', 'Lights', NULL, '2007-05-04 14:04:30.000000', 1),
('ca9673bf-a0d8-53c8-bcc8-1696e2884724', 'e743d893-45d1-5669-aa1a-080947f0e07e', 'Bells, ''loud''', '02579b42-d3c1-5178-9d22-0ae32159d71b', NULL, 1),
('3d055e97-3517-5e6e-876d-2138f8127e1a', '176ff770-32f0-5993-9172-a0a4260be65c', 'Gloves', '6f2eb8b3-c43b-5ae1-a7e7-9f3cedb3ef8f', '2009-07-07 06:06:30.123456', 0),
('eae75703-18b9-58b2-a95a-924995f17996', '176ff770-32f0-5993-9172-a0a4260be65c', 'Caps', '6cc241eb-f504-5799-9182-08574122f628', '2010-08-08 06:07:30.007000', 1),
('ff679df3-c8ef-5148-a0b4-d2be9e49c90b', 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 'Bikes', NULL, '2011-09-09 16:08:30.000000', 1),
('72ee68e9-96f4-59d2-bb3e-c369902f21be', 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 'Accessories', '8fbd51b1-ac0e-523b-b95d-bfdc0f7f6c14', '2012-10-10 03:24:30.500000', 0),
('176ff770-32f0-5993-9172-a0a4260be65c', 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 'Clothing', 'fabf0bae-95e0-547f-a6ad-0b4f65ade85c', NULL, 1),
('fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', NULL, 'Everything', 'eaf988fb-4984-5cab-bdd3-0ebb5733ba9b', '2014-12-12 14:41:30.007000', 1),
('c13ea5cc-70e6-5ba4-a27c-7d6abe3cfabe', NULL, 'Services', NULL, '2015-01-13 12:12:30.000000', 0),
('b0019da2-6751-53cc-a39a-3f3a534020de', 'b0019da2-6751-53cc-a39a-3f3a534020de', 'Retired', 'ecdea0e8-e1c1-531a-8a8e-6c676275917d', '2016-02-14 12:13:30.500000', 1);

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
', '4594f003-ec70-5c0b-b068-b0f630e01511', '2007-05-04 14:04:30.000000'),
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
', '3a9f709b-5123-5af4-862c-fca729ee0a42', '2008-06-06 08:35:30.500000'),
(3, 'Model 3', NULL, '3a1c7fc8-aad5-521f-b27e-7fd3145fa9da', '2009-07-07 06:06:30.123456'),
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
', '06cfb5ea-9043-51af-a11f-5afa7291d94d', '2010-08-08 06:07:30.007000'),
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
', '1137b1fb-87e9-54a7-8343-aae1055d2678', '2011-09-09 16:08:30.000000'),
(6, 'Model 6', NULL, 'a0ea4841-f12a-5745-a69e-ee9ad1594148', '2012-10-10 03:24:30.500000'),
(7, 'Model 7', '<?xml version="1.0"?>
<model id="7">
	<name>🚲 on a 🏔️</name>
</model>
', '00416404-f92a-5f76-ab22-baded38a1fa7', '2013-11-10 20:10:30.123456'),
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
', '6937c880-8a19-5961-942b-becab8e93d8a', '2014-12-12 14:41:30.007000'),
(9, 'Model 9', NULL, '2694753b-31e0-5c57-b5f3-5afc361923ac', '2015-01-13 12:12:30.000000'),
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
', '89f596ad-df14-57d1-8243-fe8711fbbc4b', '2016-02-14 12:13:30.500000'),
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
', '5a04060e-7ca7-564b-b244-83666e36cb73', '2017-03-15 22:14:30.123456'),
(12, 'Model 12', NULL, '25cf405a-ace8-5ebd-8587-b20ed7da3dec', '2018-04-16 09:30:30.007000'),
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
', 'dd9261b0-0103-5ce2-af93-ab3e95147b1e', '2019-05-17 02:16:30.000000'),
(14, 'Model 14', '<?xml version="1.0"?>
<model id="14">
	<name>%s %(name)s :name ? $1 {0}</name>
</model>
', '5da87d2b-b024-59ec-a616-6595b5343e27', '2000-01-01 07:59:59.999999'),
(15, 'Model 15', NULL, '00dca68b-2980-5022-b5cc-637b81a54b0d', '2021-07-19 18:18:30.123456'),
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
', '2244d00d-fe12-5e4d-99e6-08c9f1f9a4e6', '2022-08-20 18:19:30.007000'),
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
', '91c315ba-7fb9-585b-ba24-af495ceb83fe', '2003-09-22 04:20:30.000000'),
(18, 'Model 18', NULL, '1cb97f27-055d-5da8-83fc-813f4f18b352', '2004-10-22 15:36:30.500000'),
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
', '9d2d1d62-a1c3-586d-85f2-5c0479d6a751', '2005-11-23 08:22:30.123456'),
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
', '4e90edf1-afc3-57c0-a38d-a2793bd1d38a', '2006-12-25 02:53:30.007000'),
(21, 'Model 21', NULL, '9d62c2ee-4bf4-51f3-94d9-22090f858182', '2007-01-25 00:24:30.000000'),
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
', '01492f42-bffc-5bb7-8228-3401f8942eba', '2008-02-26 00:25:30.500000'),
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
', '8ea48db2-15af-565b-b80a-ee8d9496742d', '2009-03-27 10:26:30.123456'),
(24, 'Model 24', NULL, 'c51f7769-b3a2-5e9b-9474-ceb2426815cc', '2010-04-27 21:42:30.007000');

INSERT INTO "Product" ("ProductID", "Name", "ProductNumber", "Color", "StandardCost", "ListPrice", "Size", "Weight", "ProductCategoryID", "ProductModelID", "SellStartDate", "SellEndDate", "DiscontinuedDate", "ThumbNailPhoto", "ThumbnailPhotoFileName", "rowguid", "ModifiedDate") VALUES
(1, 'Product 1', '1-', 'Rot', 0.0001, 12345678901.2345, '58', 0.37, 'dc231d57-7cfc-5ebd-974b-6822d6fe64a7', 2, '2004-02-02 00:01:30.500000', '2009-07-07 06:06:30.123456', '2011-09-09 16:08:30.000000', X'', '', '8f0353b3-09fa-5b7f-8543-07a73eacf588', '2005-03-03 10:02:30.123456'),
(2, 'Product 2', '2-O''Neill & "Söhne"', '', 1059.3100, 21.5000, NULL, 0.74, '57670f96-c9fc-51a7-887e-514638aff45f', 3, '2005-03-03 10:02:30.123456', NULL, '2012-10-10 03:24:30.500000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'O''Neill & "Söhne"', '0061b454-0ba1-5755-90a5-f45d954fc353', '2006-04-03 21:18:30.007000'),
(3, 'Product 3', '3-two
lines, and
two mor', NULL, 12345678901.2345, 0.0001, 'M', 1.11, 'c6cff453-5e7d-5d8e-aff5-532de338e7d0', 4, '2006-04-03 21:18:30.007000', '2011-09-09 16:08:30.000000', NULL, X'0000', 'two
lines, and
two more', '5217000c-79c1-5ce8-94df-95ee75ab2f77', '2007-05-04 14:04:30.000000'),
(4, 'Product 4', '4-tab	here, back\slash, \', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, 'e743d893-45d1-5669-aa1a-080947f0e07e', 5, '2007-05-04 14:04:30.000000', NULL, '2014-12-12 14:41:30.007000', X'4749463839615c783437270a', NULL, 'dda84f75-808f-54e9-a64a-312998c8e665', '2008-06-06 08:35:30.500000'),
(5, 'Product 5', '5-日本語のテキスト', 'Rot', -0.5000, 3578.2700, 'XL', 1.85, 'ca9673bf-a0d8-53c8-bcc8-1696e2884724', NULL, '2008-06-06 08:35:30.500000', '2013-11-10 20:10:30.123456', '2015-01-13 12:12:30.000000', NULL, '日本語のテキスト', 'b71bb1d5-3f89-5b20-983b-f81adcc01f71', '2009-07-07 06:06:30.123456'),
(6, 'Product 6', '6-Ελληνικά, עברית, العربي', NULL, 21.5000, 1059.3100, NULL, 2.22, NULL, 7, '2009-07-07 06:06:30.123456', NULL, NULL, X'', 'Ελληνικά, עברית, العربية', 'd53ac1f2-1725-593b-94eb-06d35e1400b9', '2010-08-08 06:07:30.007000'),
(7, 'Product 7', '7-🚲 on a 🏔️', 'grün', 3578.2700, -0.5000, '007', 2.59, 'eae75703-18b9-58b2-a95a-924995f17996', 8, '2010-08-08 06:07:30.007000', '2015-01-13 12:12:30.000000', '2017-03-15 22:14:30.123456', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '🚲 on a 🏔️', 'b13f7fd9-0a52-5cf4-b0a9-43b191b86daf', '2011-09-09 16:08:30.000000'),
(8, 'Product 8', '8-é is not é', 'Black', 0.0000, 0.0000, NULL, NULL, 'ff679df3-c8ef-5148-a0b4-d2be9e49c90b', 9, '2011-09-09 16:08:30.000000', NULL, '2018-04-16 09:30:30.007000', X'0000', NULL, '8655c7b0-11d4-56ab-9046-56cb2bb9256b', '2012-10-10 03:24:30.500000'),
(9, 'Product 9', '9-2024-01-01T00:00:00Z', NULL, 0.0001, 12345678901.2345, '58', 3.33, '72ee68e9-96f4-59d2-bb3e-c369902f21be', 10, '2012-10-10 03:24:30.500000', '2017-03-15 22:14:30.123456', NULL, X'4749463839615c783437270a', '2024-01-01T00:00:00Z', 'e469c714-7cef-5d26-8fcd-b6edf464578b', '2013-11-10 20:10:30.123456'),
(10, 'Product 10', '10-007', '', 1059.3100, 21.5000, NULL, 3.7, '176ff770-32f0-5993-9172-a0a4260be65c', NULL, '2013-11-10 20:10:30.123456', NULL, '2000-01-01 07:59:59.999999', NULL, '007', 'c25a9408-867f-508c-8020-2754f8eb8ddd', '2014-12-12 14:41:30.007000'),
(11, 'Product 11', '11-1e5', 'grün', 12345678901.2345, 0.0001, 'M', 4.07, 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 12, '2014-12-12 14:41:30.007000', '2019-05-17 02:16:30.000000', '2021-07-19 18:18:30.123456', X'', '1e5', '18e1ec2a-796a-5575-b560-1838c9eff8b5', '2015-01-13 12:12:30.000000'),
(12, 'Product 12', '12-NULL', NULL, 99999999999.9999, 99999999999.9999, NULL, NULL, NULL, 13, '2015-01-13 12:12:30.000000', NULL, NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', NULL, 'f0162935-9e89-577a-938e-633935ad0c4d', '2016-02-14 12:13:30.500000'),
(13, 'Product 13', '13-  spaces at both ends ', 'Rot', -0.5000, 3578.2700, 'XL', 4.81, 'b0019da2-6751-53cc-a39a-3f3a534020de', 14, '2016-02-14 12:13:30.500000', '2021-07-19 18:18:30.123456', '2003-09-22 04:20:30.000000', X'0000', '  spaces at both ends  ', 'a9ed8787-0aa6-5488-b486-4e4a672e7953', '2017-03-15 22:14:30.123456'),
(14, 'Product 14', '14-%s %(name)s :name ? $1', '', 21.5000, 1059.3100, NULL, 5.18, 'b4696e5c-7888-5ed6-91fe-78dccc61eed3', 15, '2017-03-15 22:14:30.123456', NULL, '2004-10-22 15:36:30.500000', X'4749463839615c783437270a', '%s %(name)s :name ? $1 {0}', 'a3bcaa06-e75e-568f-a753-d29fb7ad6fb0', '2018-04-16 09:30:30.007000'),
(15, 'Product 15', '15-x''; DROP TABLE "Produc', NULL, 3578.2700, -0.5000, '007', 5.55, 'dc231d57-7cfc-5ebd-974b-6822d6fe64a7', NULL, '2018-04-16 09:30:30.007000', '2003-09-22 04:20:30.000000', NULL, NULL, 'x''; DROP TABLE "Product"; --', '2fe0583b-a682-564b-951a-50ae3edad398', '2019-05-17 02:16:30.000000'),
(16, 'Product 16', '16-Plain', 'Black', 0.0000, 0.0000, NULL, NULL, '57670f96-c9fc-51a7-887e-514638aff45f', 17, '2019-05-17 02:16:30.000000', NULL, '2006-12-25 02:53:30.007000', X'', NULL, '866c1c82-3522-53e8-a28c-1d2aedd9004e', '2000-01-01 07:59:59.999999'),
(17, 'Product 17', '17-', 'Rot', 0.0001, 12345678901.2345, '58', 6.29, 'c6cff453-5e7d-5d8e-aff5-532de338e7d0', 18, '2000-01-01 07:59:59.999999', '2005-11-23 08:22:30.123456', '2007-01-25 00:24:30.000000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '', 'b93caad6-29a7-506b-86fe-431e2801a906', '2021-07-19 18:18:30.123456'),
(18, 'Product 18', '18-O''Neill & "Söhne"', NULL, 1059.3100, 21.5000, NULL, 6.66, NULL, 19, '2021-07-19 18:18:30.123456', NULL, NULL, X'0000', 'O''Neill & "Söhne"', 'c62b1218-8769-5ee7-bfad-2fa0280016b2', '2022-08-20 18:19:30.007000'),
(19, 'Product 19', '19-two
lines, and
two mo', 'grün', 12345678901.2345, 0.0001, 'M', 7.03, 'ca9673bf-a0d8-53c8-bcc8-1696e2884724', 20, '2022-08-20 18:19:30.007000', '2007-01-25 00:24:30.000000', '2009-03-27 10:26:30.123456', X'4749463839615c783437270a', 'two
lines, and
two more', '066a2dab-38a3-543e-a6f9-8cb07f135b8a', '2003-09-22 04:20:30.000000'),
(20, 'Product 20', '20-tab	here, back\slash, ', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, '3d055e97-3517-5e6e-876d-2138f8127e1a', NULL, '2003-09-22 04:20:30.000000', NULL, '2010-04-27 21:42:30.007000', NULL, NULL, '9d0836b4-bc32-5d2f-8dd5-e1608bdb84f6', '2004-10-22 15:36:30.500000'),
(21, 'Product 21', '21-日本語のテキスト', NULL, -0.5000, 3578.2700, 'XL', 7.77, 'eae75703-18b9-58b2-a95a-924995f17996', 22, '2004-10-22 15:36:30.500000', '2009-03-27 10:26:30.123456', NULL, X'', '日本語のテキスト', '55f59c68-6f8b-513f-ac6c-985c87693c74', '2005-11-23 08:22:30.123456'),
(22, 'Product 22', '22-Ελληνικά, עברית, العرب', '', 21.5000, 1059.3100, NULL, 8.14, 'ff679df3-c8ef-5148-a0b4-d2be9e49c90b', 23, '2005-11-23 08:22:30.123456', NULL, '2012-06-02 08:59:30.500000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'Ελληνικά, עברית, العربية', 'e4058741-6ad3-5d40-98b9-2172ed0300c1', '2006-12-25 02:53:30.007000'),
(23, 'Product 23', '23-🚲 on a 🏔️', 'grün', 3578.2700, -0.5000, '007', 8.51, '72ee68e9-96f4-59d2-bb3e-c369902f21be', 24, '2006-12-25 02:53:30.007000', '2011-04-30 14:28:30.000000', '2013-07-03 06:30:30.123456', X'0000', '🚲 on a 🏔️', '2c262d1b-363d-5008-9c48-566bbcffb413', '2007-01-25 00:24:30.000000'),
(24, 'Product 24', '24-é is not é', NULL, 0.0000, 0.0000, NULL, NULL, NULL, 1, '2007-01-25 00:24:30.000000', NULL, NULL, X'4749463839615c783437270a', NULL, 'b9272253-9769-5b68-9746-aca86dd823df', '2008-02-26 00:25:30.500000'),
(25, 'Product 25', '25-2024-01-01T00:00:00Z', 'Rot', 0.0001, 12345678901.2345, '58', 9.25, 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', NULL, '2008-02-26 00:25:30.500000', '2013-07-03 06:30:30.123456', '2015-09-05 16:32:30.000000', NULL, '2024-01-01T00:00:00Z', 'df2816f9-02b2-5b5c-8b8b-1b9d729dfcc0', '2009-03-27 10:26:30.123456'),
(26, 'Product 26', '26-007', '', 1059.3100, 21.5000, NULL, 9.62, 'c13ea5cc-70e6-5ba4-a27c-7d6abe3cfabe', 3, '2009-03-27 10:26:30.123456', NULL, '2016-10-06 03:48:30.500000', X'', '007', 'ee57b9c6-f641-515c-a39c-15feca668920', '2010-04-27 21:42:30.007000'),
(27, 'Product 27', '27-1e5', NULL, 12345678901.2345, 0.0001, 'M', 9.99, 'b0019da2-6751-53cc-a39a-3f3a534020de', 4, '2010-04-27 21:42:30.007000', '2015-09-05 16:32:30.000000', NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '1e5', '75797aa7-94f6-5443-941d-0c029ab4cf3b', '2011-04-30 14:28:30.000000'),
(28, 'Product 28', '28-NULL', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, 'b4696e5c-7888-5ed6-91fe-78dccc61eed3', 5, '2011-04-30 14:28:30.000000', NULL, '2018-12-08 15:05:30.007000', X'0000', NULL, '7aa32ff6-60a6-557c-9815-c447040f5052', '2012-06-02 08:59:30.500000'),
(29, 'Product 29', '29-  spaces at both ends ', 'Rot', -0.5000, 3578.2700, 'XL', 10.73, 'dc231d57-7cfc-5ebd-974b-6822d6fe64a7', 6, '2012-06-02 08:59:30.500000', '2024-02-29 06:15:00.000001', '2019-01-09 12:36:30.000000', X'4749463839615c783437270a', '  spaces at both ends  ', '6b1b4e98-3e6a-54d3-b1ce-df0aac64587d', '2013-07-03 06:30:30.123456'),
(30, 'Product 30', '30-%s %(name)s :name ? $1', NULL, 21.5000, 1059.3100, NULL, 11.1, NULL, NULL, '2013-07-03 06:30:30.123456', NULL, NULL, NULL, '%s %(name)s :name ? $1 {0}', '29f5f362-2dcf-5bfb-97e7-db76855554ef', '2014-08-04 06:31:30.007000'),
(31, 'Product 31', '31-x''; DROP TABLE "Produc', 'grün', 3578.2700, -0.5000, '007', 11.47, 'c6cff453-5e7d-5d8e-aff5-532de338e7d0', 8, '2014-08-04 06:31:30.007000', '2019-01-09 12:36:30.000000', '2021-03-11 22:38:30.123456', X'', 'x''; DROP TABLE "Product"; --', 'a4f073fd-6020-52a8-b3cf-569a37acff75', '2015-09-05 16:32:30.000000'),
(32, 'Product 32', '32-Plain', 'Black', 0.0000, 0.0000, NULL, NULL, 'e743d893-45d1-5669-aa1a-080947f0e07e', 9, '2015-09-05 16:32:30.000000', NULL, '2022-04-12 09:54:30.007000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', NULL, '364460da-5671-53ce-92af-769dbc70658c', '2016-10-06 03:48:30.500000'),
(33, 'Product 33', '33-', NULL, 0.0001, 12345678901.2345, '58', 12.21, 'ca9673bf-a0d8-53c8-bcc8-1696e2884724', 10, '2016-10-06 03:48:30.500000', '2021-03-11 22:38:30.123456', NULL, X'0000', '', '6491268e-836f-5859-91a9-1f938682c26f', '2024-02-29 06:15:00.000001'),
(34, 'Product 34', '34-O''Neill & "Söhne"', '', 1059.3100, 21.5000, NULL, 12.58, '3d055e97-3517-5e6e-876d-2138f8127e1a', 11, '2024-02-29 06:15:00.000001', NULL, '2004-06-14 21:11:30.500000', X'4749463839615c783437270a', 'O''Neill & "Söhne"', '231de440-57c0-589b-9068-c8c4bc69f617', '2018-12-08 15:05:30.007000'),
(35, 'Product 35', '35-two
lines, and
two mo', 'grün', 12345678901.2345, 0.0001, 'M', 12.95, 'eae75703-18b9-58b2-a95a-924995f17996', NULL, '2018-12-08 15:05:30.007000', '2003-05-13 02:40:30.000000', '2005-07-15 18:42:30.123456', NULL, 'two
lines, and
two more', '4e80a267-199e-51a8-89b1-75329e42525c', '2019-01-09 12:36:30.000000'),
(36, 'Product 36', '36-tab	here, back\slash, ', NULL, 99999999999.9999, 99999999999.9999, NULL, NULL, NULL, 13, '2019-01-09 12:36:30.000000', NULL, NULL, X'', NULL, '62c2c1c6-2bc9-54bd-b96f-9c7ab99a24b4', '2020-02-10 12:37:30.500000'),
(37, 'Product 37', '37-日本語のテキスト', 'Rot', -0.5000, 3578.2700, 'XL', 13.69, '72ee68e9-96f4-59d2-bb3e-c369902f21be', 14, '2020-02-10 12:37:30.500000', '2005-07-15 18:42:30.123456', '2007-09-18 04:44:30.000000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '日本語のテキスト', '04ffa04e-0b72-5327-a082-ffdd78fbdb93', '2021-03-11 22:38:30.123456'),
(38, 'Product 38', '38-Ελληνικά, עברית, العرب', '', 21.5000, 1059.3100, NULL, 14.06, '176ff770-32f0-5993-9172-a0a4260be65c', 15, '2021-03-11 22:38:30.123456', NULL, '2008-10-18 16:00:30.500000', X'0000', 'Ελληνικά, עברית, العربية', '29de4e81-3ce2-52e6-bf81-84a1cf3b86eb', '2022-04-12 09:54:30.007000'),
(39, 'Product 39', '39-🚲 on a 🏔️', NULL, 3578.2700, -0.5000, '007', 14.43, 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 16, '2022-04-12 09:54:30.007000', '2007-09-18 04:44:30.000000', NULL, X'4749463839615c783437270a', '🚲 on a 🏔️', '1a444dc1-4e68-5e10-b5e2-8c677ee78ad3', '2003-05-13 02:40:30.000000'),
(40, 'Product 40', '40-é is not é', 'Black', 0.0000, 0.0000, NULL, NULL, 'c13ea5cc-70e6-5ba4-a27c-7d6abe3cfabe', NULL, '2003-05-13 02:40:30.000000', NULL, '2010-12-21 03:17:30.007000', NULL, NULL, 'eca2908a-a3ba-5fe1-9be5-e021e70a3981', '2004-06-14 21:11:30.500000'),
(41, 'Product 41', '41-2024-01-01T00:00:00Z', 'Rot', 0.0001, 12345678901.2345, '58', 15.17, 'b0019da2-6751-53cc-a39a-3f3a534020de', 18, '2004-06-14 21:11:30.500000', '2009-11-19 08:46:30.123456', '2011-01-21 00:48:30.000000', X'', '2024-01-01T00:00:00Z', '72048fe3-e5ca-5f94-8664-0e37a3268477', '2005-07-15 18:42:30.123456'),
(42, 'Product 42', '42-007', NULL, 1059.3100, 21.5000, NULL, 15.54, NULL, 19, '2005-07-15 18:42:30.123456', NULL, NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '007', '5847dd86-0804-583f-85f5-fb91c23efbeb', '2006-08-16 18:43:30.007000'),
(43, 'Product 43', '43-1e5', 'grün', 12345678901.2345, 0.0001, 'M', 15.91, 'dc231d57-7cfc-5ebd-974b-6822d6fe64a7', 20, '2006-08-16 18:43:30.007000', '2011-01-21 00:48:30.000000', '2013-03-23 10:50:30.123456', X'0000', '1e5', '467b3e85-b6c2-5ed8-b2ac-881a5b05906c', '2007-09-18 04:44:30.000000'),
(44, 'Product 44', '44-NULL', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, '57670f96-c9fc-51a7-887e-514638aff45f', 21, '2007-09-18 04:44:30.000000', NULL, '2199-12-31 23:59:59.000000', X'4749463839615c783437270a', NULL, '7b191e3f-917d-5d0e-90e7-8b3a5484d18f', '2008-10-18 16:00:30.500000'),
(45, 'Product 45', '45-  spaces at both ends ', NULL, -0.5000, 3578.2700, 'XL', 16.65, 'c6cff453-5e7d-5d8e-aff5-532de338e7d0', NULL, '2008-10-18 16:00:30.500000', '2013-03-23 10:50:30.123456', NULL, NULL, '  spaces at both ends  ', 'f839a403-b1c3-50ad-8230-020aa46fdb2b', '2009-11-19 08:46:30.123456'),
(46, 'Product 46', '46-%s %(name)s :name ? $1', '', 21.5000, 1059.3100, NULL, 17.02, 'e743d893-45d1-5669-aa1a-080947f0e07e', 23, '2009-11-19 08:46:30.123456', NULL, '2016-06-26 09:23:30.500000', X'', '%s %(name)s :name ? $1 {0}', '4cfad982-d4b0-5648-bf8b-2001a1e9fe2f', '2010-12-21 03:17:30.007000'),
(47, 'Product 47', '47-x''; DROP TABLE "Produc', 'grün', 3578.2700, -0.5000, '007', 17.39, 'ca9673bf-a0d8-53c8-bcc8-1696e2884724', 24, '2010-12-21 03:17:30.007000', '2015-05-24 14:52:30.000000', '2017-07-27 06:54:30.123456', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'x''; DROP TABLE "Product"; --', 'd1ed2154-287d-5f1c-869b-401ee7b89b24', '2011-01-21 00:48:30.000000'),
(48, 'Product 48', '48-Plain', NULL, 0.0000, 0.0000, NULL, NULL, NULL, 1, '2011-01-21 00:48:30.000000', NULL, NULL, X'0000', NULL, 'f58124ee-193b-574d-a594-0e4d9f777613', '2012-02-22 00:49:30.500000'),
(49, 'Product 49', '49-', 'Rot', 0.0001, 12345678901.2345, '58', 18.13, 'eae75703-18b9-58b2-a95a-924995f17996', 2, '2012-02-22 00:49:30.500000', '2017-07-27 06:54:30.123456', '2019-09-01 16:56:30.000000', X'4749463839615c783437270a', '', '5b076b6a-084e-56d8-bc21-40338fc33194', '2013-03-23 10:50:30.123456'),
(50, 'Product 50', '50-O''Neill & "Söhne"', '', 1059.3100, 21.5000, NULL, 18.5, 'ff679df3-c8ef-5148-a0b4-d2be9e49c90b', NULL, '2013-03-23 10:50:30.123456', NULL, '2020-10-02 04:12:30.500000', NULL, 'O''Neill & "Söhne"', '2beb9859-ac40-5353-b2ba-503d6d068f16', '2199-12-31 23:59:59.000000'),
(51, 'Product 51', '51-two
lines, and
two mo', NULL, 12345678901.2345, 0.0001, 'M', 18.87, '72ee68e9-96f4-59d2-bb3e-c369902f21be', 4, '2199-12-31 23:59:59.000000', '2019-09-01 16:56:30.000000', NULL, X'', 'two
lines, and
two more', '76830863-9589-5927-a169-7c43d8a794f3', '2015-05-24 14:52:30.000000'),
(52, 'Product 52', '52-tab	here, back\slash, ', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, '176ff770-32f0-5993-9172-a0a4260be65c', 5, '2015-05-24 14:52:30.000000', NULL, '2022-12-04 15:29:30.007000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', NULL, 'beaf9c4c-7fd2-5efb-9995-b84e29b2c72e', '2016-06-26 09:23:30.500000'),
(53, 'Product 53', '53-日本語のテキスト', 'Rot', -0.5000, 3578.2700, 'XL', 19.61, 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 6, '2016-06-26 09:23:30.500000', '2021-11-02 20:58:30.123456', '2003-01-05 12:00:30.000000', X'0000', '日本語のテキスト', '07f5cf61-6248-5a9f-a8f7-a294f63a3b30', '2017-07-27 06:54:30.123456'),
(54, 'Product 54', '54-Ελληνικά, עברית, العرب', NULL, 21.5000, 1059.3100, NULL, 19.98, NULL, 7, '2017-07-27 06:54:30.123456', NULL, NULL, X'4749463839615c783437270a', 'Ελληνικά, עברית, العربية', '81985865-681f-5bfe-b13c-ef804f9bbee7', '2018-08-28 06:55:30.007000'),
(55, 'Product 55', '55-🚲 on a 🏔️', 'grün', 3578.2700, -0.5000, '007', 20.35, 'b0019da2-6751-53cc-a39a-3f3a534020de', NULL, '2018-08-28 06:55:30.007000', '2003-01-05 12:00:30.000000', '2005-03-07 22:02:30.123456', NULL, '🚲 on a 🏔️', '93d69e87-76d3-5717-a9d7-e48687ab7b57', '2019-09-01 16:56:30.000000'),
(56, 'Product 56', '56-é is not é', 'Black', 0.0000, 0.0000, NULL, NULL, 'b4696e5c-7888-5ed6-91fe-78dccc61eed3', 9, '2019-09-01 16:56:30.000000', NULL, '2006-04-08 09:18:30.007000', X'', NULL, '782a5159-db68-5282-9f03-e11e92778f4c', '2020-10-02 04:12:30.500000'),
(57, 'Product 57', '57-2024-01-01T00:00:00Z', NULL, 0.0001, 12345678901.2345, '58', 21.09, 'dc231d57-7cfc-5ebd-974b-6822d6fe64a7', 10, '2020-10-02 04:12:30.500000', '2005-03-07 22:02:30.123456', NULL, X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '2024-01-01T00:00:00Z', '6b7ac1d5-9cf2-5423-8d23-02f5ce33339f', '2021-11-02 20:58:30.123456'),
(58, 'Product 58', '58-007', '', 1059.3100, 21.5000, NULL, 21.46, '57670f96-c9fc-51a7-887e-514638aff45f', 11, '2021-11-02 20:58:30.123456', NULL, '2008-06-10 20:35:30.500000', X'0000', '007', 'aaaaecf7-e094-5d84-80bc-875567da06ce', '2022-12-04 15:29:30.007000'),
(59, 'Product 59', '59-1e5', 'grün', 12345678901.2345, 0.0001, 'M', 21.83, 'c6cff453-5e7d-5d8e-aff5-532de338e7d0', 12, '2022-12-04 15:29:30.007000', '2007-05-09 02:04:30.000000', '2009-07-11 18:06:30.123456', X'4749463839615c783437270a', '1e5', 'bfe53cca-a72e-52f4-9e05-ba4506e0440a', '2003-01-05 12:00:30.000000'),
(60, 'Product 60', '60-NULL', NULL, 99999999999.9999, 99999999999.9999, NULL, NULL, NULL, NULL, '2003-01-05 12:00:30.000000', NULL, NULL, NULL, NULL, 'e1366612-5366-5656-9168-c74e86760fb6', '2004-02-06 12:01:30.500000'),
(61, 'Product 61', '61-  spaces at both ends ', 'Rot', -0.5000, 3578.2700, 'XL', 22.57, 'ca9673bf-a0d8-53c8-bcc8-1696e2884724', 14, '2004-02-06 12:01:30.500000', '2009-07-11 18:06:30.123456', '1900-01-01 00:00:00.000000', X'', '  spaces at both ends  ', 'c9a8e04b-060e-56a9-b81a-2137f6661123', '2005-03-07 22:02:30.123456'),
(62, 'Product 62', '62-%s %(name)s :name ? $1', '', 21.5000, 1059.3100, NULL, 22.94, '3d055e97-3517-5e6e-876d-2138f8127e1a', 15, '2005-03-07 22:02:30.123456', NULL, '2012-10-14 15:24:30.500000', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', '%s %(name)s :name ? $1 {0}', '9ac85821-c2a0-5027-998f-884c5d8bbe8e', '2006-04-08 09:18:30.007000'),
(63, 'Product 63', '63-x''; DROP TABLE "Produc', NULL, 3578.2700, -0.5000, '007', 23.31, 'eae75703-18b9-58b2-a95a-924995f17996', 16, '2006-04-08 09:18:30.007000', '1900-01-01 00:00:00.000000', NULL, X'0000', 'x''; DROP TABLE "Product"; --', 'b9f09074-ac00-5fbc-bac0-eb779cf616bc', '2007-05-09 02:04:30.000000'),
(64, 'Product 64', '64-Plain', 'Black', 0.0000, 0.0000, NULL, NULL, 'ff679df3-c8ef-5148-a0b4-d2be9e49c90b', 17, '2007-05-09 02:04:30.000000', NULL, '2014-12-17 02:41:30.007000', X'4749463839615c783437270a', NULL, 'eeeb216c-d7ae-531a-8b96-9e4c130243ba', '2008-06-10 20:35:30.500000'),
(65, 'Product 65', '65-', 'Rot', 0.0001, 12345678901.2345, '58', 24.05, '72ee68e9-96f4-59d2-bb3e-c369902f21be', NULL, '2008-06-10 20:35:30.500000', '2013-11-15 08:10:30.123456', '2015-01-17 00:12:30.000000', NULL, '', '64f1b0d4-27ba-586f-9183-2d67e119237b', '2009-07-11 18:06:30.123456'),
(66, 'Product 66', '66-O''Neill & "Söhne"', NULL, 1059.3100, 21.5000, NULL, 24.42, NULL, 19, '2009-07-11 18:06:30.123456', NULL, NULL, X'', 'O''Neill & "Söhne"', '46e0b039-99b9-5e4d-a873-10b3e8f6e1f1', '2010-08-12 18:07:30.007000'),
(67, 'Product 67', '67-two
lines, and
two mo', 'grün', 12345678901.2345, 0.0001, 'M', 24.79, 'fe16ab6c-4e40-50f0-9f4f-d6c0467c579a', 20, '2010-08-12 18:07:30.007000', '2015-01-17 00:12:30.000000', '2017-03-19 10:14:30.123456', X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'two
lines, and
two more', 'c929c152-c1fb-54c5-b688-82c203f4cbbc', '1900-01-01 00:00:00.000000'),
(68, 'Product 68', '68-tab	here, back\slash, ', 'Black', 99999999999.9999, 99999999999.9999, NULL, NULL, 'c13ea5cc-70e6-5ba4-a27c-7d6abe3cfabe', 21, '1900-01-01 00:00:00.000000', NULL, '2018-04-19 21:30:30.007000', X'0000', NULL, '1ab2c681-6654-5852-b713-0e6273f6a72d', '2012-10-14 15:24:30.500000'),
(69, 'Product 69', '69-日本語のテキスト', NULL, -0.5000, 3578.2700, 'XL', 25.53, 'b0019da2-6751-53cc-a39a-3f3a534020de', 22, '2012-10-14 15:24:30.500000', '2017-03-19 10:14:30.123456', NULL, X'4749463839615c783437270a', '日本語のテキスト', 'c3133fab-551a-558c-b316-f95b1a422252', '2013-11-15 08:10:30.123456'),
(70, 'Product 70', '70-Ελληνικά, עברית, العرب', '', 21.5000, 1059.3100, NULL, 25.9, 'b4696e5c-7888-5ed6-91fe-78dccc61eed3', NULL, '2013-11-15 08:10:30.123456', NULL, '2020-06-22 08:47:30.500000', NULL, 'Ελληνικά, עברית, العربية', 'f32d8e9c-6833-526f-866a-31e4646c435a', '2014-12-17 02:41:30.007000');

INSERT INTO "Address" ("AddressID", "AddressLine1", "AddressLine2", "City", "StateProvince", "CountryRegion", "PostalCode", "rowguid", "ModifiedDate") VALUES
(1, '1 ', 'O''Neill & "Söhne"', 'Zürich', 'ZH', 'Schweiz', '8001', 'a7c8ca48-8c16-510e-9acf-4cdf23987872', '2004-02-02 00:01:30.500000'),
(2, '2 O''Neill & "Söhne"', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '21ce1f6b-17b3-53f7-92da-483c43d75240', '2005-03-03 10:02:30.123456'),
(3, '3 two
lines, and
two more', 'tab	here, back\slash, \N, \.', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'cdd4d437-17d4-5356-aeca-1d4fdfbb8d39', '2006-04-03 21:18:30.007000'),
(4, '4 tab	here, back\slash, \N, \.', NULL, '東京', '東京都', '日本', '100-0001', '93a4d466-0cea-53cd-a2d0-2a90cc58cdc4', '2007-05-04 14:04:30.000000'),
(5, '5 日本語のテキスト', 'Ελληνικά, עברית, العربية', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '6efc5093-72fa-5595-b976-de1edd365e06', '2008-06-06 08:35:30.500000'),
(6, '6 Ελληνικά, עברית, العربية', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '700f7939-2d24-57fa-8452-ead093abd230', '2009-07-07 06:06:30.123456'),
(7, '7 🚲 on a 🏔️', 'é is not é', 'Zürich', 'ZH', 'Schweiz', '8001', '2adebbf5-6607-512e-84c6-0e43b03aeee7', '2010-08-08 06:07:30.007000'),
(8, '8 é is not é', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '3d2193c4-ebc5-5247-b417-b938ba8c9410', '2011-09-09 16:08:30.000000'),
(9, '9 2024-01-01T00:00:00Z', '007', 'Kraków', 'Małopolskie', 'Polska', '30-001', '3df1e5dd-17e7-5acf-9843-e8326e7a9851', '2012-10-10 03:24:30.500000'),
(10, '10 007', NULL, '東京', '東京都', '日本', '100-0001', '3ffc6eb6-33d4-5c5a-9a72-63716761d689', '2013-11-10 20:10:30.123456'),
(11, '11 1e5', 'NULL', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', 'baae1cd0-76af-57bb-be7d-183e4c90ca9e', '2014-12-12 14:41:30.007000'),
(12, '12 NULL', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '2dafeda7-e568-53a7-ac4f-7c6b6426db15', '2015-01-13 12:12:30.000000'),
(13, '13   spaces at both ends  ', '%s %(name)s :name ? $1 {0}', 'Zürich', 'ZH', 'Schweiz', '8001', '6d9b24cc-8da6-5424-8865-032be2f6fe1b', '2016-02-14 12:13:30.500000'),
(14, '14 %s %(name)s :name ? $1 {0}', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '82e2888e-7c59-504f-a5b8-0d7308219750', '2017-03-15 22:14:30.123456'),
(15, '15 x''; DROP TABLE "Product"; --', 'Plain', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'af5fd15a-f582-588a-9fe6-19ca8695d958', '2018-04-16 09:30:30.007000'),
(16, '16 Plain', NULL, '東京', '東京都', '日本', '100-0001', '7649c111-09f9-5678-a577-8f9939342bac', '2019-05-17 02:16:30.000000'),
(17, '17 ', 'O''Neill & "Söhne"', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '81887fa0-e2cd-51b2-8aaf-ad7c434c776d', '2000-01-01 07:59:59.999999'),
(18, '18 O''Neill & "Söhne"', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '469baddf-50b7-5f28-a727-c2ef1467eb03', '2021-07-19 18:18:30.123456'),
(19, '19 two
lines, and
two more', 'tab	here, back\slash, \N, \.', 'Zürich', 'ZH', 'Schweiz', '8001', '7e57fa56-d796-517a-a430-ce93faaf804f', '2022-08-20 18:19:30.007000'),
(20, '20 tab	here, back\slash, \N, \.', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', 'e464a757-c9ba-5db9-83da-593b0affa304', '2003-09-22 04:20:30.000000'),
(21, '21 日本語のテキスト', 'Ελληνικά, עברית, العربية', 'Kraków', 'Małopolskie', 'Polska', '30-001', '023ae17e-59a6-56b7-b01e-6d8dba0b36b4', '2004-10-22 15:36:30.500000'),
(22, '22 Ελληνικά, עברית, العربية', NULL, '東京', '東京都', '日本', '100-0001', 'b8eb663a-2b6a-5d1a-8dcb-28445e2cba55', '2005-11-23 08:22:30.123456'),
(23, '23 🚲 on a 🏔️', 'é is not é', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '856f97b1-753e-535a-8565-d21e434ebc76', '2006-12-25 02:53:30.007000'),
(24, '24 é is not é', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '05a86851-bb35-50b0-ba36-1338faaf5ccc', '2007-01-25 00:24:30.000000'),
(25, '25 2024-01-01T00:00:00Z', '007', 'Zürich', 'ZH', 'Schweiz', '8001', '5ad84772-7e65-5735-b0db-04fa43b06817', '2008-02-26 00:25:30.500000'),
(26, '26 007', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '38a8b9f5-47b8-5262-b84a-7c0eecba2686', '2009-03-27 10:26:30.123456'),
(27, '27 1e5', 'NULL', 'Kraków', 'Małopolskie', 'Polska', '30-001', '97996c77-a822-5f12-9866-8fd853bca813', '2010-04-27 21:42:30.007000'),
(28, '28 NULL', NULL, '東京', '東京都', '日本', '100-0001', 'ae4fed47-674d-588b-b8e3-d3a656e86b04', '2011-04-30 14:28:30.000000'),
(29, '29   spaces at both ends  ', '%s %(name)s :name ? $1 {0}', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', 'a113803e-2d1a-5e6a-92ba-b91154c0180d', '2012-06-02 08:59:30.500000'),
(30, '30 %s %(name)s :name ? $1 {0}', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '7f6322b8-296c-5fcb-94e7-e6745b638424', '2013-07-03 06:30:30.123456'),
(31, '31 x''; DROP TABLE "Product"; --', 'Plain', 'Zürich', 'ZH', 'Schweiz', '8001', '21b16a3d-9a0c-54cb-b3be-e31a279ca95c', '2014-08-04 06:31:30.007000'),
(32, '32 Plain', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', 'f611fb3d-064f-5b1a-9212-ac5ac079411c', '2015-09-05 16:32:30.000000'),
(33, '33 ', 'O''Neill & "Söhne"', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'fac3b717-e6fa-5f60-b850-39894c4cde0b', '2016-10-06 03:48:30.500000'),
(34, '34 O''Neill & "Söhne"', NULL, '東京', '東京都', '日本', '100-0001', 'd6678be7-2d3d-5c48-897c-5f777c28ee6b', '2024-02-29 06:15:00.000001'),
(35, '35 two
lines, and
two more', 'tab	here, back\slash, \N, \.', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', 'b8cbea76-3959-507f-8617-3ae9899f11f3', '2018-12-08 15:05:30.007000'),
(36, '36 tab	here, back\slash, \N, \.', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', 'b55836d5-a294-5fc8-8518-9f36bbe8c5bb', '2019-01-09 12:36:30.000000'),
(37, '37 日本語のテキスト', 'Ελληνικά, עברית, العربية', 'Zürich', 'ZH', 'Schweiz', '8001', 'ee86dacb-491a-58b7-8ef3-a0b00e98670a', '2020-02-10 12:37:30.500000'),
(38, '38 Ελληνικά, עברית, العربية', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '1c37a5b7-d4a4-51e1-8e80-214fd2c72944', '2021-03-11 22:38:30.123456'),
(39, '39 🚲 on a 🏔️', 'é is not é', 'Kraków', 'Małopolskie', 'Polska', '30-001', '069b967b-331c-5b54-b7e7-699ec55a86ec', '2022-04-12 09:54:30.007000'),
(40, '40 é is not é', NULL, '東京', '東京都', '日本', '100-0001', '4a153fe1-0a8c-5a98-abe0-7c10dbf8a505', '2003-05-13 02:40:30.000000'),
(41, '41 2024-01-01T00:00:00Z', '007', 'St. John''s', 'Newfoundland', 'Canada', 'A1A 1A1', '577e7379-8541-53ea-8365-eaf395cd7172', '2004-06-14 21:11:30.500000'),
(42, '42 007', NULL, 'Toronto', 'Ontario', 'Canada', 'M4B 1V7', '02cb1ba9-5ad8-5165-ae85-dc519eb57c38', '2005-07-15 18:42:30.123456'),
(43, '43 1e5', 'NULL', 'Zürich', 'ZH', 'Schweiz', '8001', 'cd910192-64d4-5ef5-8351-1096140bbafe', '2006-08-16 18:43:30.007000'),
(44, '44 NULL', NULL, 'São Paulo', 'SP', 'Brasil', '01000-000', '03e5eff4-b257-5e3b-b766-025b6af1f18f', '2007-09-18 04:44:30.000000'),
(45, '45   spaces at both ends  ', '%s %(name)s :name ? $1 {0}', 'Kraków', 'Małopolskie', 'Polska', '30-001', 'ad2925e4-cb7b-581f-a940-54f09bb93e2c', '2008-10-18 16:00:30.500000');

INSERT INTO "Customer" ("CustomerID", "NameStyle", "Title", "FirstName", "MiddleName", "LastName", "Suffix", "CompanyName", "SalesPerson", "EmailAddress", "Phone", "PasswordHash", "PasswordSalt", "rowguid", "ModifiedDate") VALUES
(1, 0, 'Ms.', 'Björn', 'M.', 'Last1 ', 'Jr.', '', 'adventure-works\pamela0', 'customer1@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'e34ccdc4-82dd-5310-a32a-ae518f0d76e5', '2006-04-03 21:18:30.007000'),
(2, 1, 'Dr.', 'Chloé', NULL, 'Last2 O''Neill & "Söhne"', 'Jr.', 'O''Neill & "Söhne"', 'adventure-works\pamela0', 'customer2@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '4d12b426-cac8-5493-8075-5f1b3fbe2a49', '2007-05-04 14:04:30.000000'),
(3, 0, NULL, 'Đorđe', 'M.', 'Last3 two
lines, and
two more', 'Jr.', 'two
lines, and
two more', 'adventure-works\pamela0', 'customer3@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5e64eae2-3f30-5a53-a2b4-d57fef5d5601', '2008-06-06 08:35:30.500000'),
(4, 1, 'Ms.', 'Eve', NULL, 'Last4 tab	here, back\slash, \N, \.', NULL, 'tab	here, back\slash, \N, \.', 'adventure-works\pamela0', 'customer4@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '18fada7d-7ba9-5d9a-997f-88228e2ed038', '2009-07-07 06:06:30.123456'),
(5, 0, 'Dr.', 'Anaïs', 'M.', 'Last5 日本語のテキスト', 'Jr.', NULL, 'adventure-works\pamela0', 'customer5@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'cf54645b-52d7-5cf9-9a1a-986fb59ab297', '2010-08-08 06:07:30.007000'),
(6, 1, NULL, 'Björn', NULL, 'Last6 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer6@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '8bc0c151-2972-53b9-a9a9-6892ced5c876', '2011-09-09 16:08:30.000000'),
(7, 0, 'Ms.', 'Chloé', 'M.', 'Last7 🚲 on a 🏔️', 'Jr.', '🚲 on a 🏔️', 'adventure-works\pamela0', 'customer7@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '7c16cff7-4aa7-5e35-ba42-4454f656a540', '2012-10-10 03:24:30.500000'),
(8, 1, 'Dr.', 'Đorđe', NULL, 'Last8 é is not é', NULL, 'é is not é', 'adventure-works\pamela0', 'customer8@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '35fe5932-df1c-5c1b-9b6f-8cfd8bc62b38', '2013-11-10 20:10:30.123456'),
(9, 0, NULL, 'Eve', 'M.', 'Last9 2024-01-01T00:00:00Z', 'Jr.', '2024-01-01T00:00:00Z', 'adventure-works\pamela0', 'customer9@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'b4f6b2da-484d-5a1e-9dc4-1811562b0c44', '2014-12-12 14:41:30.007000'),
(10, 1, 'Ms.', 'Anaïs', NULL, 'Last10 007', 'Jr.', NULL, 'adventure-works\pamela0', 'customer10@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'b9ec9ddd-e043-56b3-9593-7134bd93ab6b', '2015-01-13 12:12:30.000000'),
(11, 0, 'Dr.', 'Björn', 'M.', 'Last11 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer11@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'dbe54ffb-282c-59ef-9488-a9b153e844fb', '2016-02-14 12:13:30.500000'),
(12, 1, NULL, 'Chloé', NULL, 'Last12 NULL', NULL, 'NULL', 'adventure-works\pamela0', 'customer12@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '7ca9038f-d37d-55bd-b1c0-fd0ecab760aa', '2017-03-15 22:14:30.123456'),
(13, 0, 'Ms.', 'Đorđe', 'M.', 'Last13   spaces at both ends  ', 'Jr.', '  spaces at both ends  ', 'adventure-works\pamela0', 'customer13@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '59de2433-0d19-5d3f-9a1a-30344c4b1fe0', '2018-04-16 09:30:30.007000'),
(14, 1, 'Dr.', 'Eve', NULL, 'Last14 %s %(name)s :name ? $1 {0}', 'Jr.', '%s %(name)s :name ? $1 {0}', 'adventure-works\pamela0', 'customer14@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'dee513c7-88a2-59cc-97cf-8f83638305d7', '2019-05-17 02:16:30.000000'),
(15, 0, NULL, 'Anaïs', 'M.', 'Last15 x''; DROP TABLE "Product"; --', 'Jr.', NULL, 'adventure-works\pamela0', 'customer15@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '72b8eb9f-5f1c-593e-bc77-06f282a35b3d', '2000-01-01 07:59:59.999999'),
(16, 1, 'Ms.', 'Björn', NULL, 'Last16 Plain', NULL, 'Plain', 'adventure-works\pamela0', 'customer16@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '67cb1dcd-9a16-5d06-8a22-10f9e38d947e', '2021-07-19 18:18:30.123456'),
(17, 0, 'Dr.', 'Chloé', 'M.', 'Last17 ', 'Jr.', '', 'adventure-works\pamela0', 'customer17@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'f36d63a2-7077-5653-ae38-2b707db55a8e', '2022-08-20 18:19:30.007000'),
(18, 1, NULL, 'Đorđe', NULL, 'Last18 O''Neill & "Söhne"', 'Jr.', 'O''Neill & "Söhne"', 'adventure-works\pamela0', 'customer18@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'e4f9b600-1f14-5d65-b411-c3ea5ba1497b', '2003-09-22 04:20:30.000000'),
(19, 0, 'Ms.', 'Eve', 'M.', 'Last19 two
lines, and
two more', 'Jr.', 'two
lines, and
two more', 'adventure-works\pamela0', 'customer19@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'd410ab11-0a0b-58aa-9cb2-3105a148bb4b', '2004-10-22 15:36:30.500000'),
(20, 1, 'Dr.', 'Anaïs', NULL, 'Last20 tab	here, back\slash, \N, \.', NULL, NULL, 'adventure-works\pamela0', 'customer20@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '081ac1bd-abe7-5b57-b1c7-b5c166b3bf1c', '2005-11-23 08:22:30.123456'),
(21, 0, NULL, 'Björn', 'M.', 'Last21 日本語のテキスト', 'Jr.', '日本語のテキスト', 'adventure-works\pamela0', 'customer21@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '1f0b2350-5cc1-584d-8344-2eb01e806eea', '2006-12-25 02:53:30.007000'),
(22, 1, 'Ms.', 'Chloé', NULL, 'Last22 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer22@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '8caf9705-146d-52c0-bdda-f823c7173c7b', '2007-01-25 00:24:30.000000'),
(23, 0, 'Dr.', 'Đorđe', 'M.', 'Last23 🚲 on a 🏔️', 'Jr.', '🚲 on a 🏔️', 'adventure-works\pamela0', 'customer23@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'c1241dcb-1680-5252-ab65-7a4acb3d8b30', '2008-02-26 00:25:30.500000'),
(24, 1, NULL, 'Eve', NULL, 'Last24 é is not é', NULL, 'é is not é', 'adventure-works\pamela0', 'customer24@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'bf771e53-6141-5539-bff0-361435643448', '2009-03-27 10:26:30.123456'),
(25, 0, 'Ms.', 'Anaïs', 'M.', 'Last25 2024-01-01T00:00:00Z', 'Jr.', NULL, 'adventure-works\pamela0', 'customer25@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'd9337708-b279-553a-adee-23698a329e0c', '2010-04-27 21:42:30.007000'),
(26, 1, 'Dr.', 'Björn', NULL, 'Last26 007', 'Jr.', '007', 'adventure-works\pamela0', 'customer26@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '2a3ee9d2-4192-5d28-a722-343d16ea26be', '2011-04-30 14:28:30.000000'),
(27, 0, NULL, 'Chloé', 'M.', 'Last27 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer27@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '565feb4b-5ea9-5638-9855-7f417f012e22', '2012-06-02 08:59:30.500000'),
(28, 1, 'Ms.', 'Đorđe', NULL, 'Last28 NULL', NULL, 'NULL', 'adventure-works\pamela0', 'customer28@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '96fecaae-8ef2-5047-ac8c-6d4c0c4694e2', '2013-07-03 06:30:30.123456'),
(29, 0, 'Dr.', 'Eve', 'M.', 'Last29   spaces at both ends  ', 'Jr.', '  spaces at both ends  ', 'adventure-works\pamela0', 'customer29@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '294e646d-70ef-54ce-8c76-740125301d27', '2014-08-04 06:31:30.007000'),
(30, 1, NULL, 'Anaïs', NULL, 'Last30 %s %(name)s :name ? $1 {0}', 'Jr.', NULL, 'adventure-works\pamela0', 'customer30@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'f8424fcf-58d3-5ef8-90cf-942e86a2ea91', '2015-09-05 16:32:30.000000'),
(31, 0, 'Ms.', 'Björn', 'M.', 'Last31 x''; DROP TABLE "Product"; --', 'Jr.', 'x''; DROP TABLE "Product"; --', 'adventure-works\pamela0', 'customer31@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '4f561063-58cc-5cc0-861a-398eeed448c7', '2016-10-06 03:48:30.500000'),
(32, 1, 'Dr.', 'Chloé', NULL, 'Last32 Plain', NULL, 'Plain', 'adventure-works\pamela0', 'customer32@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'd31bfa84-dc14-5db2-990e-4940259738ec', '2024-02-29 06:15:00.000001'),
(33, 0, NULL, 'Đorđe', 'M.', 'Last33 ', 'Jr.', '', 'adventure-works\pamela0', 'customer33@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '871f394f-e64a-5d5e-b5cf-ffd6e862d708', '2018-12-08 15:05:30.007000'),
(34, 1, 'Ms.', 'Eve', NULL, 'Last34 O''Neill & "Söhne"', 'Jr.', 'O''Neill & "Söhne"', 'adventure-works\pamela0', 'customer34@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'b1628f29-2501-5a2f-a14f-d9b965738f27', '2019-01-09 12:36:30.000000'),
(35, 0, 'Dr.', 'Anaïs', 'M.', 'Last35 two
lines, and
two more', 'Jr.', NULL, 'adventure-works\pamela0', 'customer35@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'ca20faa4-e0ca-5492-8ce7-e7476db34fa4', '2020-02-10 12:37:30.500000'),
(36, 1, NULL, 'Björn', NULL, 'Last36 tab	here, back\slash, \N, \.', NULL, 'tab	here, back\slash, \N, \.', 'adventure-works\pamela0', 'customer36@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '69b90179-a08b-587b-a63c-74621c69e989', '2021-03-11 22:38:30.123456'),
(37, 0, 'Ms.', 'Chloé', 'M.', 'Last37 日本語のテキスト', 'Jr.', '日本語のテキスト', 'adventure-works\pamela0', 'customer37@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '337f4e38-74ce-50a0-a18b-ba9ef7133136', '2022-04-12 09:54:30.007000'),
(38, 1, 'Dr.', 'Đorđe', NULL, 'Last38 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer38@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '543db47c-15df-574a-88db-4758b865d473', '2003-05-13 02:40:30.000000'),
(39, 0, NULL, 'Eve', 'M.', 'Last39 🚲 on a 🏔️', 'Jr.', '🚲 on a 🏔️', 'adventure-works\pamela0', 'customer39@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'ca3468aa-a75b-529a-90c4-adb31820207a', '2004-06-14 21:11:30.500000'),
(40, 1, 'Ms.', 'Anaïs', NULL, 'Last40 é is not é', NULL, NULL, 'adventure-works\pamela0', 'customer40@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '25a1694f-b3d3-59f0-879a-d5c8b899a5d7', '2005-07-15 18:42:30.123456'),
(41, 0, 'Dr.', 'Björn', 'M.', 'Last41 2024-01-01T00:00:00Z', 'Jr.', '2024-01-01T00:00:00Z', 'adventure-works\pamela0', 'customer41@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'c0c58264-f6e5-534d-9cfc-012167369893', '2006-08-16 18:43:30.007000'),
(42, 1, NULL, 'Chloé', NULL, 'Last42 007', 'Jr.', '007', 'adventure-works\pamela0', 'customer42@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '9c874814-ed2e-5172-a65c-2bdaff3b6864', '2007-09-18 04:44:30.000000'),
(43, 0, 'Ms.', 'Đorđe', 'M.', 'Last43 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer43@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5b41cc49-1c95-5400-8619-c6234a22f7ed', '2008-10-18 16:00:30.500000'),
(44, 1, 'Dr.', 'Eve', NULL, 'Last44 NULL', NULL, 'NULL', 'adventure-works\pamela0', 'customer44@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '25189ae7-7f86-515d-920f-fc6f838b1ff0', '2009-11-19 08:46:30.123456'),
(45, 0, NULL, 'Anaïs', 'M.', 'Last45   spaces at both ends  ', 'Jr.', NULL, 'adventure-works\pamela0', 'customer45@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '8ce0400d-01f9-582a-b9dd-326842001cf9', '2010-12-21 03:17:30.007000'),
(46, 1, 'Ms.', 'Björn', NULL, 'Last46 %s %(name)s :name ? $1 {0}', 'Jr.', '%s %(name)s :name ? $1 {0}', 'adventure-works\pamela0', 'customer46@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '439d18ea-0ab7-5e79-a15b-3273b7ebf3ae', '2011-01-21 00:48:30.000000'),
(47, 0, 'Dr.', 'Chloé', 'M.', 'Last47 x''; DROP TABLE "Product"; --', 'Jr.', 'x''; DROP TABLE "Product"; --', 'adventure-works\pamela0', 'customer47@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '04d3ebcb-daa0-59d5-92c8-9f4417b1fac7', '2012-02-22 00:49:30.500000'),
(48, 1, NULL, 'Đorđe', NULL, 'Last48 Plain', NULL, 'Plain', 'adventure-works\pamela0', 'customer48@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '6d54c009-60f3-561c-a3a6-e2cca6cb2f93', '2013-03-23 10:50:30.123456'),
(49, 0, 'Ms.', 'Eve', 'M.', 'Last49 ', 'Jr.', '', 'adventure-works\pamela0', 'customer49@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '3a9145cd-8cce-5692-bb16-47f77617e328', '2199-12-31 23:59:59.000000'),
(50, 1, 'Dr.', 'Anaïs', NULL, 'Last50 O''Neill & "Söhne"', 'Jr.', NULL, 'adventure-works\pamela0', 'customer50@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'cadec5c4-d8a0-576d-8f0a-2a3e7793b676', '2015-05-24 14:52:30.000000'),
(51, 0, NULL, 'Björn', 'M.', 'Last51 two
lines, and
two more', 'Jr.', 'two
lines, and
two more', 'adventure-works\pamela0', 'customer51@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '401b9366-ffd6-525e-a197-58ab3e84e3b5', '2016-06-26 09:23:30.500000'),
(52, 1, 'Ms.', 'Chloé', NULL, 'Last52 tab	here, back\slash, \N, \.', NULL, 'tab	here, back\slash, \N, \.', 'adventure-works\pamela0', 'customer52@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5086b7fc-a02c-5533-87a2-836bca2201aa', '2017-07-27 06:54:30.123456'),
(53, 0, 'Dr.', 'Đorđe', 'M.', 'Last53 日本語のテキスト', 'Jr.', '日本語のテキスト', 'adventure-works\pamela0', 'customer53@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '206334b8-552c-5b4d-9ada-525aa424eda3', '2018-08-28 06:55:30.007000'),
(54, 1, NULL, 'Eve', NULL, 'Last54 Ελληνικά, עברית, العربية', 'Jr.', 'Ελληνικά, עברית, العربية', 'adventure-works\pamela0', 'customer54@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '0963ea96-48be-5f5f-8e44-36da54625d96', '2019-09-01 16:56:30.000000'),
(55, 0, 'Ms.', 'Anaïs', 'M.', 'Last55 🚲 on a 🏔️', 'Jr.', NULL, 'adventure-works\pamela0', 'customer55@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '5703478f-70a5-5764-845f-2b538686cff9', '2020-10-02 04:12:30.500000'),
(56, 1, 'Dr.', 'Björn', NULL, 'Last56 é is not é', NULL, 'é is not é', 'adventure-works\pamela0', 'customer56@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'a74e3bd7-a342-5f72-a2d3-4a8a1706ffc3', '2021-11-02 20:58:30.123456'),
(57, 0, NULL, 'Chloé', 'M.', 'Last57 2024-01-01T00:00:00Z', 'Jr.', '2024-01-01T00:00:00Z', 'adventure-works\pamela0', 'customer57@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '2ee33983-81d5-51e6-aefe-967ad140fe21', '2022-12-04 15:29:30.007000'),
(58, 1, 'Ms.', 'Đorđe', NULL, 'Last58 007', 'Jr.', '007', 'adventure-works\pamela0', 'customer58@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', 'a23d4b93-f6c0-5004-9031-061a35eaa213', '2003-01-05 12:00:30.000000'),
(59, 0, 'Dr.', 'Eve', 'M.', 'Last59 1e5', 'Jr.', '1e5', 'adventure-works\pamela0', 'customer59@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '2afcdfb8-8f08-5206-bcd2-96353e655daf', '2004-02-06 12:01:30.500000'),
(60, 1, NULL, 'Anaïs', NULL, 'Last60 NULL', NULL, NULL, 'adventure-works\pamela0', 'customer60@example.com', '1 (11) 500 555-0132', 'L/Rlwxzp4w7RWmEgXX+/A7cXaePEPcp+KwQhl2fJL7w=', '1KjXYs4=', '93f17cf3-eae2-5d18-89c7-1b1576c5f4d5', '2005-03-07 22:02:30.123456');

INSERT INTO "CustomerAddress" ("CustomerID", "AddressID", "AddressType", "rowguid", "ModifiedDate") VALUES
(1, 2, 'Main Office', '8affcee5-0cd0-5ad6-ba83-cae2c9938190', '2004-02-02 00:01:30.500000'),
(2, 3, 'Shipping', 'd496cdae-a0ad-5731-a90a-35a16b74f175', '2005-03-03 10:02:30.123456'),
(3, 4, 'Main Office', '2ec7cbd0-f607-5f97-a30f-b7a094377339', '2006-04-03 21:18:30.007000'),
(4, 5, 'Shipping', '4161fb81-2248-5951-a1c7-7363d09e42c5', '2007-05-04 14:04:30.000000'),
(5, 6, 'Main Office', '2fb51a1a-bb94-585f-b02a-373fa9e35764', '2008-06-06 08:35:30.500000'),
(6, 7, 'Shipping', '5b0f2ae7-dbe2-5de4-9d0f-8a81912ffc32', '2009-07-07 06:06:30.123456'),
(7, 8, 'Main Office', '03dfeac8-93dc-5280-acfa-2744b64634c1', '2010-08-08 06:07:30.007000'),
(8, 9, 'Shipping', '50d6fa36-ffd6-5c90-aef9-e39d8a1f74b6', '2011-09-09 16:08:30.000000'),
(9, 10, 'Main Office', '6fff59fe-4d61-5ee6-a72a-f164b46f36af', '2012-10-10 03:24:30.500000'),
(10, 11, 'Shipping', '847f719a-cd11-5cc4-91fc-b23db8b4783d', '2013-11-10 20:10:30.123456'),
(11, 12, 'Main Office', '8c6fc9d9-d0ad-56ee-aa04-9d5e2c3037b3', '2014-12-12 14:41:30.007000'),
(12, 13, 'Shipping', '84ebf7bb-8c53-535e-b671-e7bcb47584a9', '2015-01-13 12:12:30.000000'),
(13, 14, 'Main Office', '1f393d0c-c046-5731-9a1d-aad893b0699a', '2016-02-14 12:13:30.500000'),
(14, 15, 'Shipping', 'e0677ce4-d004-584e-93f1-b7d89e3bfb5b', '2017-03-15 22:14:30.123456'),
(15, 16, 'Main Office', '37809aa5-6c2b-5063-be89-dc0371854da6', '2018-04-16 09:30:30.007000'),
(16, 17, 'Shipping', '12768af2-58ed-522b-90f6-687b1dcd2cea', '2019-05-17 02:16:30.000000'),
(17, 18, 'Main Office', '876af204-de78-5b4c-a9e6-e449fdd155f3', '2000-01-01 07:59:59.999999'),
(18, 19, 'Shipping', '780193cd-fdab-51c6-b6f4-6c1ab5ba21f1', '2021-07-19 18:18:30.123456'),
(19, 20, 'Main Office', '5aef4415-ff90-5027-8362-e3b7837dd47c', '2022-08-20 18:19:30.007000'),
(20, 21, 'Shipping', '63418b14-3cf2-592f-b0c4-c5a2eb0857c6', '2003-09-22 04:20:30.000000'),
(21, 22, 'Main Office', '2d7329a6-7a2c-5ac5-9aa7-8e413f83b4fd', '2004-10-22 15:36:30.500000'),
(22, 23, 'Shipping', '82a52242-5486-5bc6-bd9d-876183a9f3c0', '2005-11-23 08:22:30.123456'),
(23, 24, 'Main Office', 'ecece764-0dff-51ff-8d0f-8befded2fc56', '2006-12-25 02:53:30.007000'),
(24, 25, 'Shipping', '673d6564-d4af-5ccb-8445-9de9f483bc79', '2007-01-25 00:24:30.000000'),
(25, 26, 'Main Office', 'b05f6a12-e5bc-55bd-8c88-8b914830e85d', '2008-02-26 00:25:30.500000'),
(26, 27, 'Shipping', '02d786e9-ad51-5c3a-8fcc-3e3539047188', '2009-03-27 10:26:30.123456'),
(27, 28, 'Main Office', 'abcce98c-887c-5585-9b3e-6f64f285e525', '2010-04-27 21:42:30.007000'),
(28, 29, 'Shipping', '8ee6b14e-96a4-55c6-b6d8-0db76f1e00ac', '2011-04-30 14:28:30.000000'),
(29, 30, 'Main Office', '383b0a96-bb38-5df4-8714-751f4bce6b1c', '2012-06-02 08:59:30.500000'),
(30, 31, 'Shipping', '410ed984-89b4-50ec-b5c2-172790378799', '2013-07-03 06:30:30.123456'),
(31, 32, 'Main Office', 'a28ee77b-c108-55fc-ac4d-f79755493f0b', '2014-08-04 06:31:30.007000'),
(32, 33, 'Shipping', 'c92fd98b-9462-5c6e-80fe-6f1604e94037', '2015-09-05 16:32:30.000000'),
(33, 34, 'Main Office', '7e907c60-fd4a-5598-865e-51691600d94c', '2016-10-06 03:48:30.500000'),
(34, 35, 'Shipping', '9e605193-076c-5911-9f58-facb6cd12979', '2024-02-29 06:15:00.000001'),
(35, 36, 'Main Office', 'c142be21-2ee9-546e-a4bb-4e20e5415ac1', '2018-12-08 15:05:30.007000'),
(36, 37, 'Shipping', 'de2b47f5-6255-5e77-a3f8-425cc2001b55', '2019-01-09 12:36:30.000000'),
(37, 38, 'Main Office', '80585c9a-318b-505e-8276-1b10a870e82b', '2020-02-10 12:37:30.500000'),
(38, 39, 'Shipping', 'ba61dd66-555a-526e-80e5-3db974bcc7d5', '2021-03-11 22:38:30.123456'),
(39, 40, 'Main Office', 'c0871714-c1ed-5fad-a5fd-8f20deb351e6', '2022-04-12 09:54:30.007000'),
(40, 41, 'Shipping', '67ab7a05-729b-552e-b424-42999cf763cd', '2003-05-13 02:40:30.000000'),
(41, 42, 'Main Office', '3409a55c-9f62-50d6-b37b-dcc51cf40481', '2004-06-14 21:11:30.500000'),
(42, 43, 'Shipping', '54e8a36b-a2dd-56f4-bc13-1440d059a29c', '2005-07-15 18:42:30.123456'),
(43, 44, 'Main Office', '9350dc2b-7d5f-54bd-90fc-eaac6c358122', '2006-08-16 18:43:30.007000'),
(44, 45, 'Shipping', '0f98f3ae-498e-527a-9b90-5fe8c9823676', '2007-09-18 04:44:30.000000'),
(45, 1, 'Main Office', '53ede5d2-113d-5bf9-8f6f-4579439dede7', '2008-10-18 16:00:30.500000'),
(46, 2, 'Shipping', '04f3b637-e185-528a-8207-2f120d6f0402', '2009-11-19 08:46:30.123456'),
(47, 3, 'Main Office', 'c22ee8d9-2b30-568e-913c-d5b9f5e0d773', '2010-12-21 03:17:30.007000'),
(48, 4, 'Shipping', '7dddd884-9aa2-5a9c-b66b-16ade5e729e3', '2011-01-21 00:48:30.000000'),
(49, 5, 'Main Office', '27e645d8-ca71-5f1c-9856-f11d58f5bcba', '2012-02-22 00:49:30.500000'),
(50, 6, 'Shipping', '27273e5b-2349-5be0-9254-8c4591ffff59', '2013-03-23 10:50:30.123456'),
(51, 7, 'Main Office', '6d77a9e7-0ec3-5400-9fec-aa914149edfc', '2199-12-31 23:59:59.000000'),
(52, 8, 'Shipping', 'f2e15b9b-d960-58dc-b547-df6ab1da3270', '2015-05-24 14:52:30.000000'),
(53, 9, 'Main Office', '09de2c4e-8c0d-5a92-bbdf-5f4b7af69c81', '2016-06-26 09:23:30.500000'),
(54, 10, 'Shipping', '3fe33d86-24dc-5aa0-a24a-6bb824184550', '2017-07-27 06:54:30.123456'),
(55, 11, 'Main Office', 'b950e8e4-1fdb-57b9-95e6-08257ea31971', '2018-08-28 06:55:30.007000'),
(56, 12, 'Shipping', 'b82ddab6-a935-5730-95cd-1f347f1f772f', '2019-09-01 16:56:30.000000'),
(57, 13, 'Main Office', 'e36ee3ff-0aa3-5588-84cf-4d14db8a48be', '2020-10-02 04:12:30.500000'),
(58, 14, 'Shipping', '6adb008b-1969-5c72-80dc-fb99363628e0', '2021-11-02 20:58:30.123456'),
(59, 15, 'Main Office', '4e88e168-7411-508a-83ee-1be00d92f7ec', '2022-12-04 15:29:30.007000'),
(60, 16, 'Shipping', '3d905587-fda3-5da9-83c0-71020b1fcdc1', '2003-01-05 12:00:30.000000');

INSERT INTO "SalesOrderHeader" ("SalesOrderID", "RevisionNumber", "OrderDate", "DueDate", "ShipDate", "Status", "OnlineOrderFlag", "SalesOrderNumber", "PurchaseOrderNumber", "AccountNumber", "CustomerID", "ShipToAddressID", "BillToAddressID", "ShipMethod", "CreditCardApprovalCode", "SubTotal", "TaxAmt", "Freight", "TotalDue", "Comment", "rowguid", "ModifiedDate") VALUES
(71774, 3, '2024-02-29 06:15:00.000001', '2018-04-12 09:30:30.007000', '2019-05-13 02:16:30.000000', 2, 1, 'SO71774', 'PO2224994', '10-4020-000609', 15, 45, 11, 'CARGO TRANSPORT 5', NULL, 280.4286, 23.3690, 22.0087, 303.7976, NULL, '553529b7-ef73-5a21-8a9f-72b92db08521', '2024-02-29 06:15:00.000001'),
(71775, 1, '2018-04-12 09:30:30.007000', '2019-05-13 02:16:30.000000', NULL, 3, 0, 'SO71775', 'PO2225025', '10-4020-000609', 16, NULL, 12, 'CARGO TRANSPORT 5', '105041Vi84182', 280.5714, 23.3810, 22.0087, 303.9524, 'x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --', 'e859c98c-8a05-5a71-87d4-d893622875af', '2018-04-12 09:30:30.007000'),
(71776, 2, '2019-05-13 02:16:30.000000', '2020-06-14 20:47:30.500000', '2021-07-15 18:18:30.123456', 4, 1, 'SO71776', NULL, '10-4020-000609', 17, 2, 13, 'CARGO TRANSPORT 5', NULL, 280.7143, 23.3929, 22.0087, 304.1071, NULL, '1e065d73-eb51-5b8b-8cd8-b68ef7d892cd', '2019-05-13 02:16:30.000000'),
(71777, 3, '2020-06-14 20:47:30.500000', '2021-07-15 18:18:30.123456', '2022-08-16 18:19:30.007000', 5, 0, 'SO71777', 'PO2225087', '10-4020-000609', 18, 3, 14, 'CARGO TRANSPORT 5', '105041Vi84182', 280.8571, 23.4048, 22.0087, 304.2619, '', 'cf1b7ab9-ab77-5e98-9fe5-8bd279a095d8', '2020-06-14 20:47:30.500000'),
(71778, 1, '2021-07-15 18:18:30.123456', '2022-08-16 18:19:30.007000', NULL, 0, 1, 'SO71778', 'PO2225118', '10-4020-000609', 19, 4, NULL, 'CARGO TRANSPORT 5', NULL, 281.0000, 23.4167, 22.0087, NULL, NULL, '1b356214-b818-56da-939c-962ebaa6a69e', '2021-07-15 18:18:30.123456'),
(71779, 2, '2022-08-16 18:19:30.007000', '2003-09-18 04:20:30.000000', '2004-10-18 15:36:30.500000', 1, 0, 'SO71779', 'PO2225149', '10-4020-000609', 20, 5, 16, 'CARGO TRANSPORT 5', '105041Vi84182', 281.1429, 23.4286, 22.0087, 304.5714, 'two
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
two more', '04e06ca1-c21e-5dc6-97ff-19d45607277f', '2022-08-16 18:19:30.007000'),
(71780, 3, '2003-09-18 04:20:30.000000', '2004-10-18 15:36:30.500000', '2005-11-19 08:22:30.123456', 2, 1, 'SO71780', NULL, '10-4020-000609', 21, NULL, 17, 'CARGO TRANSPORT 5', NULL, 281.2857, 23.4405, 22.0087, 304.7262, NULL, '6065d4de-e388-5fb0-9df3-7a66bea1ed97', '2003-09-18 04:20:30.000000'),
(71781, 1, '2004-10-18 15:36:30.500000', '2005-11-19 08:22:30.123456', NULL, 3, 0, 'SO71781', 'PO2225211', '10-4020-000609', 22, 7, 18, 'CARGO TRANSPORT 5', '105041Vi84182', 281.4286, 23.4524, 22.0087, 304.8810, '日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト', 'b7b9e4cd-0f46-595e-9d35-9c31c8b363c5', '2004-10-18 15:36:30.500000'),
(71782, 2, '2005-11-19 08:22:30.123456', '2006-12-21 02:53:30.007000', '2007-01-21 00:24:30.000000', 4, 1, 'SO71782', 'PO2225242', '10-4020-000609', 23, 8, 19, 'CARGO TRANSPORT 5', NULL, 281.5714, 23.4643, 22.0087, 305.0357, NULL, 'f25fdbd1-f84a-5367-be24-f0d149d491da', '2005-11-19 08:22:30.123456'),
(71783, 3, '2006-12-21 02:53:30.007000', '2007-01-21 00:24:30.000000', '2008-02-22 00:25:30.500000', 5, 0, 'SO71783', 'PO2225273', '10-4020-000609', 24, 9, 20, 'CARGO TRANSPORT 5', '105041Vi84182', 281.7143, 23.4762, 22.0087, 305.1905, '🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️', '7c622623-4249-5be7-80c1-4b1b9512649b', '2006-12-21 02:53:30.007000'),
(71784, 1, '2007-01-21 00:24:30.000000', '2008-02-22 00:25:30.500000', NULL, 0, 1, 'SO71784', NULL, '10-4020-000609', 25, 10, NULL, 'CARGO TRANSPORT 5', NULL, 281.8571, 23.4881, 22.0087, 305.3452, NULL, 'ef73988b-6fa9-5690-8c7a-849e4e1a1ba3', '2007-01-21 00:24:30.000000'),
(71785, 2, '2008-02-22 00:25:30.500000', '2009-03-23 10:26:30.123456', '2010-04-23 21:42:30.007000', 1, 0, 'SO71785', 'PO2225335', '10-4020-000609', 26, NULL, 22, 'CARGO TRANSPORT 5', '105041Vi84182', 282.0000, 23.5000, 22.0087, NULL, '2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z', 'ca48a6ea-77f1-5210-81be-8ffe55be0da5', '2008-02-22 00:25:30.500000'),
(71786, 3, '2009-03-23 10:26:30.123456', '2010-04-23 21:42:30.007000', '2011-05-24 14:28:30.000000', 2, 1, 'SO71786', 'PO2225366', '10-4020-000609', 27, 12, 23, 'CARGO TRANSPORT 5', NULL, 282.1429, 23.5119, 22.0087, 305.6548, NULL, '5c3d2534-a06c-5b09-8e4b-e90991348011', '2009-03-23 10:26:30.123456'),
(71787, 1, '2010-04-23 21:42:30.007000', '2011-05-24 14:28:30.000000', NULL, 3, 0, 'SO71787', 'PO2225397', '10-4020-000609', 28, 13, 24, 'CARGO TRANSPORT 5', '105041Vi84182', 282.2857, 23.5238, 22.0087, 305.8095, '1e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e5', 'b97faf69-2cf6-5e32-9a7c-485f31449a1d', '2010-04-23 21:42:30.007000'),
(71788, 2, '2011-05-24 14:28:30.000000', '2012-06-26 08:59:30.500000', '2013-07-27 06:30:30.123456', 4, 1, 'SO71788', NULL, '10-4020-000609', 29, 14, 25, 'CARGO TRANSPORT 5', NULL, 282.4286, 23.5357, 22.0087, 305.9643, NULL, '483502b0-50a8-510d-8e5e-b0d38837aa14', '2011-05-24 14:28:30.000000'),
(71789, 3, '2012-06-26 08:59:30.500000', '2013-07-27 06:30:30.123456', '2199-12-31 23:59:59.000000', 5, 0, 'SO71789', 'PO2225459', '10-4020-000609', 30, 15, 26, 'CARGO TRANSPORT 5', '105041Vi84182', 282.5714, 23.5476, 22.0087, 306.1190, '  spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends    spaces at both ends  ', 'ffaf6b5a-bce5-5397-adde-de477bc37987', '2012-06-26 08:59:30.500000'),
(71790, 1, '2013-07-27 06:30:30.123456', '2199-12-31 23:59:59.000000', NULL, 0, 1, 'SO71790', 'PO2225490', '10-4020-000609', 31, NULL, NULL, 'CARGO TRANSPORT 5', NULL, 282.7143, 23.5595, 22.0087, 306.2738, NULL, '936d59e4-7c81-578f-b1f6-67f1ae084af7', '2013-07-27 06:30:30.123456'),
(71791, 2, '2199-12-31 23:59:59.000000', '2015-09-01 16:32:30.000000', '2016-10-02 03:48:30.500000', 1, 0, 'SO71791', 'PO2225521', '10-4020-000609', 32, 17, 28, 'CARGO TRANSPORT 5', '105041Vi84182', 282.8571, 23.5714, 22.0087, 306.4286, 'x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --x''; DROP TABLE "Product"; --', '8c97bf0e-0857-538e-adea-2fce2aa9f470', '2199-12-31 23:59:59.000000'),
(71792, 3, '2015-09-01 16:32:30.000000', '2016-10-02 03:48:30.500000', '2017-11-02 20:34:30.123456', 2, 1, 'SO71792', NULL, '10-4020-000609', 33, 18, 29, 'CARGO TRANSPORT 5', NULL, 283.0000, 23.5833, 22.0087, NULL, NULL, 'a1179aba-d0f8-5037-9c70-08ef4a05a946', '2015-09-01 16:32:30.000000'),
(71793, 1, '2016-10-02 03:48:30.500000', '2017-11-02 20:34:30.123456', NULL, 3, 0, 'SO71793', 'PO2225583', '10-4020-000609', 34, 19, 30, 'CARGO TRANSPORT 5', '105041Vi84182', 283.1429, 23.5952, 22.0087, 306.7381, '', 'a883ceaf-a44d-504f-a187-c6c38cb5e45b', '2016-10-02 03:48:30.500000'),
(71794, 2, '2017-11-02 20:34:30.123456', '2018-12-04 15:05:30.007000', '2019-01-05 12:36:30.000000', 4, 1, 'SO71794', 'PO2225614', '10-4020-000609', 35, 20, 31, 'CARGO TRANSPORT 5', NULL, 283.2857, 23.6071, 22.0087, 306.8929, NULL, 'f6457d15-dfb6-5b49-bdda-5cb24033076b', '2017-11-02 20:34:30.123456'),
(71795, 3, '2018-12-04 15:05:30.007000', '2019-01-05 12:36:30.000000', '2020-02-06 12:37:30.500000', 5, 0, 'SO71795', 'PO2225645', '10-4020-000609', 36, NULL, 32, 'CARGO TRANSPORT 5', '105041Vi84182', 283.4286, 23.6190, 22.0087, 307.0476, 'two
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
two more', '51628284-9aaf-5113-81fd-d15d45161387', '2018-12-04 15:05:30.007000'),
(71796, 1, '2019-01-05 12:36:30.000000', '2020-02-06 12:37:30.500000', NULL, 0, 1, 'SO71796', NULL, '10-4020-000609', 37, 22, NULL, 'CARGO TRANSPORT 5', NULL, 283.5714, 23.6310, 22.0087, 307.2024, NULL, '024636df-c8e9-5c43-a4b5-16f61706a090', '2019-01-05 12:36:30.000000'),
(71797, 2, '2020-02-06 12:37:30.500000', '2021-03-07 22:38:30.123456', '2022-04-08 09:54:30.007000', 1, 0, 'SO71797', 'PO2225707', '10-4020-000609', 38, 23, 34, 'CARGO TRANSPORT 5', '105041Vi84182', 283.7143, 23.6429, 22.0087, 307.3571, '日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト日本語のテキスト', '317c6d3a-1e60-5bfd-80fb-a9cc4b523122', '2020-02-06 12:37:30.500000'),
(71798, 3, '2021-03-07 22:38:30.123456', '2022-04-08 09:54:30.007000', '2003-05-09 02:40:30.000000', 2, 1, 'SO71798', 'PO2225738', '10-4020-000609', 39, 24, 35, 'CARGO TRANSPORT 5', NULL, 283.8571, 23.6548, 22.0087, 307.5119, NULL, 'eb8c09d3-b911-584a-b50c-4d1c59a9cc05', '2021-03-07 22:38:30.123456'),
(71799, 1, '2022-04-08 09:54:30.007000', '2003-05-09 02:40:30.000000', NULL, 3, 0, 'SO71799', 'PO2225769', '10-4020-000609', 40, 25, 36, 'CARGO TRANSPORT 5', '105041Vi84182', 284.0000, 23.6667, 22.0087, NULL, '🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️🚲 on a 🏔️', '3d513b0c-7d6d-51f8-889f-234b9c8942ca', '2022-04-08 09:54:30.007000'),
(71800, 2, '2003-05-09 02:40:30.000000', '2004-06-10 21:11:30.500000', '2005-07-11 18:42:30.123456', 4, 1, 'SO71800', NULL, '10-4020-000609', 41, NULL, 37, 'CARGO TRANSPORT 5', NULL, 284.1429, 23.6786, 22.0087, 307.8214, NULL, '236566a7-0663-512e-a9d1-059e61a56dbf', '2003-05-09 02:40:30.000000'),
(71801, 3, '2004-06-10 21:11:30.500000', '2005-07-11 18:42:30.123456', '2006-08-12 18:43:30.007000', 5, 0, 'SO71801', 'PO2225831', '10-4020-000609', 42, 27, 38, 'CARGO TRANSPORT 5', '105041Vi84182', 284.2857, 23.6905, 22.0087, 307.9762, '2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z2024-01-01T00:00:00Z', '24a92dca-dab7-52db-a3fa-5d7a5b0a35ed', '2004-06-10 21:11:30.500000'),
(71802, 1, '2005-07-11 18:42:30.123456', '2006-08-12 18:43:30.007000', NULL, 0, 1, 'SO71802', 'PO2225862', '10-4020-000609', 43, 28, NULL, 'CARGO TRANSPORT 5', NULL, 284.4286, 23.7024, 22.0087, 308.1310, NULL, '05d984cc-9c6e-5d68-8578-476011506d8c', '2005-07-11 18:42:30.123456'),
(71803, 2, '2006-08-12 18:43:30.007000', '2007-09-14 04:44:30.000000', '2008-10-14 16:00:30.500000', 1, 0, 'SO71803', 'PO2225893', '10-4020-000609', 44, 29, 40, 'CARGO TRANSPORT 5', '105041Vi84182', 284.5714, 23.7143, 22.0087, 308.2857, '1e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e51e5', 'e4da899e-cadc-5ba9-9da5-b1ad2b92c171', '2006-08-12 18:43:30.007000');

INSERT INTO "SalesOrderDetail" ("SalesOrderID", "SalesOrderDetailID", "OrderQty", "ProductID", "UnitPrice", "UnitPriceDiscount", "LineTotal", "rowguid", "ModifiedDate") VALUES
(71786, 110562, 7, 33, 1059.3100, 0.0000, 7415.170000, 'cf590443-f7ad-53a9-bf07-bd582d0f15a0', '2005-07-19 18:42:30.123456'),
(71787, 110563, 8, 34, 12345678901.2345, 0.0000, NULL, '8696d398-2e49-541c-a26e-df829a0813f5', '2006-08-20 18:43:30.007000'),
(71788, 110564, 9, 35, 99999999999.9999, 0.0200, NULL, 'dae921d9-faf9-5e40-9195-bd2eb0cd17b2', '2007-09-22 04:44:30.000000'),
(71789, 110565, 10, 36, -0.5000, 0.0000, -5.000000, '8e2ca022-10df-5980-9f56-c8885666eebf', '2008-10-22 16:00:30.500000'),
(71790, 110566, 11, 37, 21.5000, 0.0000, 236.500000, '1acb4d95-67ef-5d6c-88c4-f44a7f1b9f52', '2009-11-23 08:46:30.123456'),
(71791, 110567, 12, 38, 3578.2700, 0.0000, 42939.240000, '22729d15-a070-5c0d-a1fd-6fe6bc5d63a1', '2010-12-25 03:17:30.007000'),
(71792, 110568, 1, 39, 0.0000, 0.0200, 0.000000, '04a87d7c-2e31-5b93-a2bd-ab9ccbde6ca3', '1900-01-01 00:00:00.000000'),
(71793, 110569, 2, 40, 0.0001, 0.0000, 0.000200, 'ce73971e-8324-5ece-9813-227c46c4e8e6', '2012-02-26 00:49:30.500000'),
(71794, 110570, 3, 41, 1059.3100, 0.0000, 3177.930000, '224b42fd-172c-5e0c-9e5f-8c2734a882da', '2013-03-27 10:50:30.123456'),
(71795, 110571, 4, 42, 12345678901.2345, 0.0000, NULL, '8e4d9e16-8c08-50fd-8072-092aaabce9ef', '2014-04-27 22:06:30.007000'),
(71796, 110572, 5, 43, 99999999999.9999, 0.0200, NULL, 'da8b34f3-cce9-582a-8a4c-0359a5580f66', '2015-04-30 14:52:30.000000'),
(71797, 110573, 6, 44, -0.5000, 0.0000, -3.000000, '6550a6ef-f789-5065-a894-adadb88173ae', '2016-06-02 09:23:30.500000'),
(71798, 110574, 7, 45, 21.5000, 0.0000, 150.500000, '28542714-8239-5cba-a7e5-1c01ac247609', '2017-07-03 06:54:30.123456'),
(71799, 110575, 8, 46, 3578.2700, 0.0000, 28626.160000, 'fea52052-447c-5598-a18f-6e73c4bf378f', '2018-08-04 06:55:30.007000'),
(71800, 110576, 9, 47, 0.0000, 0.0200, 0.000000, '161f520b-5ac0-58a0-9512-3d8ec015b0ba', '2019-09-05 16:56:30.000000'),
(71801, 110577, 10, 48, 0.0001, 0.0000, 0.001000, '07b0f82d-133f-5283-bcb0-c4b26e3d32d7', '2020-10-06 04:12:30.500000'),
(71802, 110578, 11, 49, 1059.3100, 0.0000, 11652.410000, '422503b2-0145-5e92-b5a3-d48830af72b9', '2021-11-06 20:58:30.123456'),
(71803, 110579, 12, 50, 12345678901.2345, 0.0000, NULL, '139dd606-df36-55ab-b995-9130d34a408e', '2022-12-08 15:29:30.007000'),
(71774, 110580, 1, 51, 99999999999.9999, 0.0200, NULL, 'e49d2209-d534-5629-bf3d-9676326440ad', '2003-01-09 12:00:30.000000'),
(71775, 110581, 2, 52, -0.5000, 0.0000, -1.000000, '694b8301-3d3a-5f47-82d3-402554b1062a', '2004-02-10 12:01:30.500000'),
(71776, 110582, 3, 53, 21.5000, 0.0000, 64.500000, 'b07446fb-4154-5aaf-b955-555190d5f18c', '2005-03-11 22:02:30.123456'),
(71777, 110583, 4, 54, 3578.2700, 0.0000, 14313.080000, '12355a45-06e0-53d2-b25f-017975bfac40', '2006-04-12 09:18:30.007000'),
(71778, 110584, 5, 55, 0.0000, 0.0200, 0.000000, '6cbe9567-d010-5208-b1fa-db35b4bb3def', '2007-05-13 02:04:30.000000'),
(71779, 110585, 6, 56, 0.0001, 0.0000, 0.000600, '617969e3-c984-54ab-b88b-83769570de73', '2000-01-01 07:59:59.999999'),
(71780, 110586, 7, 57, 1059.3100, 0.0000, 7415.170000, '00af99b7-f835-5f75-9263-f70810525264', '2009-07-15 18:06:30.123456'),
(71781, 110587, 8, 58, 12345678901.2345, 0.0000, NULL, '9aaa8a41-3162-58cd-a0c2-4004bb2b7bd8', '2010-08-16 18:07:30.007000'),
(71782, 110588, 9, 59, 99999999999.9999, 0.0200, NULL, '06f64fdf-e7a1-5d92-8051-b10d7935f424', '2011-09-18 04:08:30.000000'),
(71783, 110589, 10, 60, -0.5000, 0.0000, -5.000000, 'd6e11c66-13d2-507f-9a8d-14ac5ea4d283', '2012-10-18 15:24:30.500000'),
(71784, 110590, 11, 61, 21.5000, 0.0000, 236.500000, '60ee5824-17a9-5401-a18b-45c17fe5c8cf', '2013-11-19 08:10:30.123456'),
(71785, 110591, 12, 62, 3578.2700, 0.0000, 42939.240000, '11a4d992-093c-564c-a184-8bfd309c7d59', '2014-12-21 02:41:30.007000'),
(71786, 110592, 1, 63, 0.0000, 0.0200, 0.000000, '275403fb-2ec2-5093-9281-84092a78a430', '2015-01-21 00:12:30.000000'),
(71787, 110593, 2, 64, 0.0001, 0.0000, 0.000200, '67ba5b86-dc27-53aa-9d61-2d9e203962c5', '2016-02-22 00:13:30.500000'),
(71788, 110594, 3, 65, 1059.3100, 0.0000, 3177.930000, 'cef21d37-8aaf-557d-b9ae-768aa97bb670', '2017-03-23 10:14:30.123456'),
(71789, 110595, 4, 66, 12345678901.2345, 0.0000, NULL, '364ddef1-d283-5eee-abd7-9adfe28445f9', '2018-04-23 21:30:30.007000'),
(71790, 110596, 5, 67, 99999999999.9999, 0.0200, NULL, '54a0bfbb-76be-5a83-a775-2b908347b76a', '2019-05-24 14:16:30.000000'),
(71791, 110597, 6, 68, -0.5000, 0.0000, -3.000000, 'cf963074-3816-5566-9025-fcea383c494d', '2020-06-26 08:47:30.500000'),
(71792, 110598, 7, 69, 21.5000, 0.0000, 150.500000, '655c7a85-d157-5717-be62-a7bbeabe8258', '2021-07-27 06:18:30.123456'),
(71793, 110599, 8, 70, 3578.2700, 0.0000, 28626.160000, '6308f94b-0207-5760-9422-851faf2bbe8f', '2022-08-28 06:19:30.007000'),
(71794, 110600, 9, 1, 0.0000, 0.0200, 0.000000, 'fcf47284-ad08-53d2-838b-b0ca813f78a8', '2003-09-01 16:20:30.000000'),
(71795, 110601, 10, 2, 0.0001, 0.0000, 0.001000, '7479352d-6adb-5842-ab3f-a80954eb384c', '2004-10-02 03:36:30.500000'),
(71796, 110602, 11, 3, 1059.3100, 0.0000, 11652.410000, 'eb092ef8-cb81-5ebc-a3b4-1bd7375e39d6', '2024-02-29 06:15:00.000001'),
(71797, 110603, 12, 4, 12345678901.2345, 0.0000, NULL, '84e3b465-b842-5142-bd22-a3d33aa6a820', '2006-12-04 14:53:30.007000'),
(71798, 110604, 1, 5, 99999999999.9999, 0.0200, NULL, '0da8118c-32f8-5621-bf47-8a9dba012434', '2007-01-05 12:24:30.000000'),
(71799, 110605, 2, 6, -0.5000, 0.0000, -1.000000, '3839ed42-71da-5ca4-9ee6-1f3bf444a3ca', '2008-02-06 12:25:30.500000'),
(71800, 110606, 3, 7, 21.5000, 0.0000, 64.500000, 'af2a0bab-5e15-5722-8a95-e102130dc2f2', '2009-03-07 22:26:30.123456'),
(71801, 110607, 4, 8, 3578.2700, 0.0000, 14313.080000, 'f24e0e73-139e-596c-9f4a-c4eb9c934ba5', '2010-04-08 09:42:30.007000'),
(71802, 110608, 5, 9, 0.0000, 0.0200, 0.000000, 'e2129d77-b015-56dc-8ccd-3fa489d58fb0', '2011-05-09 02:28:30.000000'),
(71803, 110609, 6, 10, 0.0001, 0.0000, 0.000600, 'e82180d1-d56d-5133-a77e-57d43a436a59', '2012-06-10 20:59:30.500000'),
(71774, 110610, 7, 11, 1059.3100, 0.0000, 7415.170000, '8f169266-7cd8-5191-bcac-56a8446effef', '2013-07-11 18:30:30.123456'),
(71775, 110611, 8, 12, 12345678901.2345, 0.0000, NULL, '3a60a7c6-aa9c-5cde-bbb5-1cd70d9c1fdc', '2014-08-12 18:31:30.007000'),
(71776, 110612, 9, 13, 99999999999.9999, 0.0200, NULL, '5c995465-5c40-5309-ada0-4dc15148389c', '2015-09-14 04:32:30.000000'),
(71777, 110613, 10, 14, -0.5000, 0.0000, -5.000000, '2689f2ee-dc90-5dcf-a764-a559a7019525', '2016-10-14 15:48:30.500000'),
(71778, 110614, 11, 15, 21.5000, 0.0000, 236.500000, 'eca2bac9-1998-55cb-bee3-61473e6b3a10', '2017-11-15 08:34:30.123456'),
(71779, 110615, 12, 16, 3578.2700, 0.0000, 42939.240000, '1131de73-482d-57d8-8bcf-b6b27a096edc', '2018-12-17 03:05:30.007000'),
(71780, 110616, 1, 17, 0.0000, 0.0200, 0.000000, '0815c0f2-b7a9-5fc9-b52f-c379c4be1083', '2019-01-17 00:36:30.000000'),
(71781, 110617, 2, 18, 0.0001, 0.0000, 0.000200, 'f23ffe94-d28a-5528-8661-098c6f53ee9c', '2020-02-18 00:37:30.500000'),
(71782, 110618, 3, 19, 1059.3100, 0.0000, 3177.930000, '6ab9befb-9292-5770-96cb-30920c6c799a', '2021-03-19 10:38:30.123456'),
(71783, 110619, 4, 20, 12345678901.2345, 0.0000, NULL, 'eeb49389-c939-535e-b18f-2753d8266ef0', '2199-12-31 23:59:59.000000'),
(71784, 110620, 5, 21, 99999999999.9999, 0.0200, NULL, '49590e64-a529-560b-9ae6-d13e0378526e', '2003-05-20 14:40:30.000000'),
(71785, 110621, 6, 22, -0.5000, 0.0000, -3.000000, '932de3a7-c227-586d-b14a-3f65e6cfcd76', '2004-06-22 09:11:30.500000'),
(71786, 110622, 7, 23, 21.5000, 0.0000, 150.500000, 'ed19dce0-3455-5283-86b2-afd892660431', '2005-07-23 06:42:30.123456'),
(71787, 110623, 8, 24, 3578.2700, 0.0000, 28626.160000, 'ededd3c6-8420-5ab7-8fe9-1b13249d614e', '2006-08-24 06:43:30.007000'),
(71788, 110624, 9, 25, 0.0000, 0.0200, 0.000000, 'c1852cc5-3bb6-5923-8cce-532f6d34aa3c', '2007-09-25 16:44:30.000000'),
(71789, 110625, 10, 26, 0.0001, 0.0000, 0.001000, 'ba4f3669-1375-58e3-adce-6324031f9d8b', '2008-10-26 04:00:30.500000'),
(71790, 110626, 11, 27, 1059.3100, 0.0000, 11652.410000, '1cbc779f-50eb-520b-9836-8a9fbad54d2e', '2009-11-26 20:46:30.123456'),
(71791, 110627, 12, 28, 12345678901.2345, 0.0000, NULL, '6582a21f-9b00-5ce3-86bd-1a8a2e6d0d19', '2010-12-28 15:17:30.007000'),
(71792, 110628, 1, 29, 99999999999.9999, 0.0200, NULL, 'ce765338-badd-5af3-a81a-1b5982071480', '2011-01-01 12:48:30.000000'),
(71793, 110629, 2, 30, -0.5000, 0.0000, -1.000000, '941e6cff-814b-5a32-ba6b-abcfc0271035', '2012-02-02 12:49:30.500000'),
(71794, 110630, 3, 31, 21.5000, 0.0000, 64.500000, '44da5ed7-f55a-5ac2-aff2-2dc9ab4f45a9', '2013-03-03 22:50:30.123456'),
(71795, 110631, 4, 32, 3578.2700, 0.0000, 14313.080000, '6f4b5e4d-4ff1-5e08-8888-f326a1506b44', '2014-04-04 10:06:30.007000'),
(71796, 110632, 5, 33, 0.0000, 0.0200, 0.000000, '865fda87-4565-565e-81ad-89066e009a64', '2015-05-05 02:52:30.000000'),
(71797, 110633, 6, 34, 0.0001, 0.0000, 0.000600, 'f4df7e43-40e5-5206-8295-c3008eef4a7d', '2016-06-06 21:23:30.500000'),
(71798, 110634, 7, 35, 1059.3100, 0.0000, 7415.170000, '2f653ee2-d771-5ff0-a3c6-f41e66551f2a', '2017-07-07 18:54:30.123456'),
(71799, 110635, 8, 36, 12345678901.2345, 0.0000, NULL, 'c66544eb-73cf-5374-ba06-13d1bfb7aecb', '2018-08-08 18:55:30.007000'),
(71800, 110636, 9, 37, 99999999999.9999, 0.0200, NULL, '3d6d9dca-73c6-5e3c-af74-c1e9640a736f', '1900-01-01 00:00:00.000000'),
(71801, 110637, 10, 38, -0.5000, 0.0000, -5.000000, '25a0ba18-9c19-58c8-9be7-45deafdcd88d', '2020-10-10 16:12:30.500000'),
(71802, 110638, 11, 39, 21.5000, 0.0000, 236.500000, '25be4f45-53e7-544f-b53d-4afe02ff77a9', '2021-11-11 08:58:30.123456'),
(71803, 110639, 12, 40, 3578.2700, 0.0000, 42939.240000, 'fb2674bc-79e9-560e-9d22-28f3d3174ad1', '2022-12-13 03:29:30.007000'),
(71774, 110640, 1, 41, 0.0000, 0.0200, 0.000000, '5b856425-4a6f-58a7-a49a-cf695dc96a71', '2003-01-13 00:00:30.000000'),
(71775, 110641, 2, 42, 0.0001, 0.0000, 0.000200, '8a3786b3-dcbe-5521-91c8-1f09cdbf0a1e', '2004-02-14 00:01:30.500000'),
(71776, 110642, 3, 43, 1059.3100, 0.0000, 3177.930000, '4786fd82-23f6-51f3-a12d-53b669668b1e', '2005-03-15 10:02:30.123456'),
(71777, 110643, 4, 44, 12345678901.2345, 0.0000, NULL, 'bbbe24e2-e4d8-5b72-b04e-b202b2f2dabd', '2006-04-15 21:18:30.007000'),
(71778, 110644, 5, 45, 99999999999.9999, 0.0200, NULL, 'c0c22d44-ff7f-58e5-8f00-1a0db5e605ef', '2007-05-16 14:04:30.000000'),
(71779, 110645, 6, 46, -0.5000, 0.0000, -3.000000, '542b25d3-0110-50aa-8fd2-a75c8dcfab63', '2008-06-18 08:35:30.500000'),
(71780, 110646, 7, 47, 21.5000, 0.0000, 150.500000, 'f2f26b28-b6f0-51d5-9a16-6ae42abe7158', '2009-07-19 06:06:30.123456'),
(71781, 110647, 8, 48, 3578.2700, 0.0000, 28626.160000, '5904073f-fb80-5212-a713-81a1919a711d', '2010-08-20 06:07:30.007000'),
(71782, 110648, 9, 49, 0.0000, 0.0200, 0.000000, '6bad8295-a070-529b-bf3a-61a0580db236', '2011-09-21 16:08:30.000000'),
(71783, 110649, 10, 50, 0.0001, 0.0000, 0.001000, 'cab108ea-8291-57df-9625-d3f030e65df9', '2012-10-22 03:24:30.500000'),
(71784, 110650, 11, 51, 1059.3100, 0.0000, 11652.410000, '67ddb7d8-cf27-59d9-b7ee-d9ec935025c0', '2013-11-22 20:10:30.123456'),
(71785, 110651, 12, 52, 12345678901.2345, 0.0000, NULL, 'b6d6bbf1-0ab8-5b09-aa28-c98a414a4a4e', '2014-12-24 14:41:30.007000');

ALTER TABLE "ProductCategory" ADD CONSTRAINT "FK_ProductCategory_ProductCategory_ParentProductCategoryID_Prod" FOREIGN KEY ("ParentProductCategoryID") REFERENCES "ProductCategory" ("ProductCategoryID");
ALTER TABLE "Product" ADD CONSTRAINT "FK_Product_ProductCategory_ProductCategoryID" FOREIGN KEY ("ProductCategoryID") REFERENCES "ProductCategory" ("ProductCategoryID");
ALTER TABLE "Product" ADD CONSTRAINT "FK_Product_ProductModel_ProductModelID" FOREIGN KEY ("ProductModelID") REFERENCES "ProductModel" ("ProductModelID");
ALTER TABLE "CustomerAddress" ADD CONSTRAINT "FK_CustomerAddress_Address_AddressID" FOREIGN KEY ("AddressID") REFERENCES "Address" ("AddressID");
ALTER TABLE "CustomerAddress" ADD CONSTRAINT "FK_CustomerAddress_Customer_CustomerID" FOREIGN KEY ("CustomerID") REFERENCES "Customer" ("CustomerID");
ALTER TABLE "SalesOrderHeader" ADD CONSTRAINT "FK_SalesOrderHeader_Address_BillTo_AddressID" FOREIGN KEY ("BillToAddressID") REFERENCES "Address" ("AddressID");
ALTER TABLE "SalesOrderHeader" ADD CONSTRAINT "FK_SalesOrderHeader_Address_ShipTo_AddressID" FOREIGN KEY ("ShipToAddressID") REFERENCES "Address" ("AddressID");
ALTER TABLE "SalesOrderHeader" ADD CONSTRAINT "FK_SalesOrderHeader_Customer_CustomerID" FOREIGN KEY ("CustomerID") REFERENCES "Customer" ("CustomerID");
ALTER TABLE "SalesOrderDetail" ADD CONSTRAINT "FK_SalesOrderDetail_Product_ProductID" FOREIGN KEY ("ProductID") REFERENCES "Product" ("ProductID");
ALTER TABLE "SalesOrderDetail" ADD CONSTRAINT "FK_SalesOrderDetail_SalesOrderHeader_SalesOrderID" FOREIGN KEY ("SalesOrderID") REFERENCES "SalesOrderHeader" ("SalesOrderID");
