CREATE OR REPLACE FUNCTION "public"."order_s_insert_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
BEGIN
  INSERT INTO "public"."Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  VALUES (NEW."it's", NEW."Order No", NULL, extract(epoch FROM now()) * 1000, 0, now())
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = EXCLUDED."update_scope_id", "timestamp" = EXCLUDED."timestamp",
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  RETURN NEW;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_insert_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_insert_trigger" AFTER INSERT ON "public"."Order's" FOR EACH ROW EXECUTE FUNCTION "public"."order_s_insert_trigger_function"();

CREATE OR REPLACE FUNCTION "public"."order_s_update_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
BEGIN
  INSERT INTO "public"."Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  VALUES (NEW."it's", NEW."Order No", NULL, extract(epoch FROM now()) * 1000, 0, now())
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = EXCLUDED."update_scope_id", "timestamp" = EXCLUDED."timestamp",
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  RETURN NEW;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_update_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_update_trigger" AFTER UPDATE ON "public"."Order's" FOR EACH ROW EXECUTE FUNCTION "public"."order_s_update_trigger_function"();

CREATE OR REPLACE FUNCTION "public"."order_s_delete_trigger_function"() RETURNS trigger LANGUAGE plpgsql AS $dms$
BEGIN
  INSERT INTO "public"."Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  VALUES (OLD."it's", OLD."Order No", NULL, extract(epoch FROM now()) * 1000, 1, now())
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "update_scope_id" = EXCLUDED."update_scope_id", "timestamp" = EXCLUDED."timestamp",
    "sync_row_is_tombstone" = EXCLUDED."sync_row_is_tombstone",
    "last_change_datetime" = EXCLUDED."last_change_datetime";
  RETURN OLD;
END;
$dms$;

DROP TRIGGER IF EXISTS "order_s_delete_trigger" ON "public"."Order's";

CREATE TRIGGER "order_s_delete_trigger" AFTER DELETE ON "public"."Order's" FOR EACH ROW EXECUTE FUNCTION "public"."order_s_delete_trigger_function"();

