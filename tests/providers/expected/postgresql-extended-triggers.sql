CREATE OR REPLACE FUNCTION "public"."order_s_insert_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
#variable_conflict use_column
DECLARE
  dms_stamp CONSTANT bigint := extract(epoch FROM clock_timestamp()) * 1000;
BEGIN
  INSERT INTO "public"."Order's_tracking" AS side ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT NEW."it's", NEW."Order No", NULL, dms_stamp, 0, clock_timestamp()
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = NULL, "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1),
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  RETURN NEW;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_insert_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_insert_trigger" AFTER INSERT ON "public"."Order's" FOR EACH ROW EXECUTE FUNCTION "public"."order_s_insert_trigger_function"();

ALTER TABLE "public"."Order's" ENABLE ALWAYS TRIGGER "order_s_insert_trigger";

CREATE OR REPLACE FUNCTION "public"."order_s_update_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
#variable_conflict use_column
DECLARE
  dms_stamp CONSTANT bigint := extract(epoch FROM clock_timestamp()) * 1000;
BEGIN
  INSERT INTO "public"."Order's_tracking" AS side ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT NEW."it's", NEW."Order No", NULL, dms_stamp, 0, clock_timestamp()
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = NULL, "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1),
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  IF OLD."it's" IS DISTINCT FROM NEW."it's" OR OLD."Order No" IS DISTINCT FROM NEW."Order No" THEN
  INSERT INTO "public"."Order's_tracking" AS side ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT OLD."it's", OLD."Order No", NULL, dms_stamp, 1, clock_timestamp() WHERE NOT EXISTS (SELECT 1 FROM "public"."Order's" AS b WHERE b."it's" = OLD."it's" AND b."Order No" = OLD."Order No")
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = NULL, "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1),
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  END IF;
  RETURN NEW;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_update_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_update_trigger" AFTER UPDATE ON "public"."Order's" FOR EACH ROW EXECUTE FUNCTION "public"."order_s_update_trigger_function"();

ALTER TABLE "public"."Order's" ENABLE ALWAYS TRIGGER "order_s_update_trigger";

CREATE OR REPLACE FUNCTION "public"."order_s_delete_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
#variable_conflict use_column
DECLARE
  dms_stamp CONSTANT bigint := extract(epoch FROM clock_timestamp()) * 1000;
BEGIN
  INSERT INTO "public"."Order's_tracking" AS side ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT OLD."it's", OLD."Order No", NULL, dms_stamp, 1, clock_timestamp()
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = NULL, "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1),
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  RETURN OLD;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_delete_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_delete_trigger" AFTER DELETE ON "public"."Order's" FOR EACH ROW EXECUTE FUNCTION "public"."order_s_delete_trigger_function"();

ALTER TABLE "public"."Order's" ENABLE ALWAYS TRIGGER "order_s_delete_trigger";

CREATE OR REPLACE FUNCTION "public"."order_s_truncate_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
#variable_conflict use_column
DECLARE
  dms_stamp CONSTANT bigint := extract(epoch FROM clock_timestamp()) * 1000;
BEGIN
  INSERT INTO "public"."Order's_tracking" AS side ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT b."it's", b."Order No", NULL, dms_stamp, 1, clock_timestamp() FROM "public"."Order's" AS b
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = NULL, "timestamp" = greatest(EXCLUDED."timestamp", side."timestamp" + 1),
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  RETURN NULL;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_truncate_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_truncate_trigger" BEFORE TRUNCATE ON "public"."Order's" FOR EACH STATEMENT EXECUTE FUNCTION "public"."order_s_truncate_trigger_function"();

ALTER TABLE "public"."Order's" ENABLE ALWAYS TRIGGER "order_s_truncate_trigger";

