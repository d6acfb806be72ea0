DROP TRIGGER IF EXISTS "Order_s__insert_trigger";

CREATE TRIGGER "Order_s__insert_trigger" AFTER INSERT ON "Order's" BEGIN
  INSERT INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT new."it's", new."Order No", NULL, max(CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER), coalesce((SELECT mark + 1 FROM "dms_clock" WHERE id = 1), 0)), 0, datetime('now') WHERE true
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "it's" = excluded."it's", "Order No" = excluded."Order No", "update_scope_id" = NULL,
    "timestamp" = max(excluded."timestamp", coalesce("Order's_tracking"."timestamp" + 1, 0)),
    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",
    "last_change_datetime" = excluded."last_change_datetime";
  INSERT INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT n0.key_value, n1.key_value, NULL, max(CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER), coalesce((SELECT mark + 1 FROM "dms_clock" WHERE id = 1), 0)), 1, datetime('now') FROM "dms_touched" AS n0 JOIN "dms_touched" AS n1 ON n1.table_name = n0.table_name AND n1.note = n0.note AND n1.place = 1 WHERE n0.table_name = 'Order''s' AND n0.place = 0 AND NOT EXISTS (SELECT 1 FROM "Order's" AS b WHERE b."it's" = n0.key_value AND b."Order No" = n1.key_value)
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "it's" = excluded."it's", "Order No" = excluded."Order No", "update_scope_id" = NULL,
    "timestamp" = max(excluded."timestamp", coalesce("Order's_tracking"."timestamp" + 1, 0)),
    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",
    "last_change_datetime" = excluded."last_change_datetime";
  DELETE FROM "dms_touched" WHERE table_name = 'Order''s';
END;

DROP TRIGGER IF EXISTS "Order_s__update_trigger";

CREATE TRIGGER "Order_s__update_trigger" AFTER UPDATE ON "Order's" BEGIN
  INSERT INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT new."it's", new."Order No", NULL, max(CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER), coalesce((SELECT mark + 1 FROM "dms_clock" WHERE id = 1), 0)), 0, datetime('now') WHERE true
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "it's" = excluded."it's", "Order No" = excluded."Order No", "update_scope_id" = NULL,
    "timestamp" = max(excluded."timestamp", coalesce("Order's_tracking"."timestamp" + 1, 0)),
    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",
    "last_change_datetime" = excluded."last_change_datetime";
  INSERT INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT old."it's", old."Order No", NULL, max(CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER), coalesce((SELECT mark + 1 FROM "dms_clock" WHERE id = 1), 0)), 1, datetime('now') WHERE (old."it's" COLLATE NOCASE IS NOT new."it's" OR old."Order No" COLLATE NOCASE IS NOT new."Order No") AND NOT EXISTS (SELECT 1 FROM "Order's" AS b WHERE b."it's" = old."it's" AND b."Order No" = old."Order No")
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "it's" = excluded."it's", "Order No" = excluded."Order No", "update_scope_id" = NULL,
    "timestamp" = max(excluded."timestamp", coalesce("Order's_tracking"."timestamp" + 1, 0)),
    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",
    "last_change_datetime" = excluded."last_change_datetime";
  INSERT INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT n0.key_value, n1.key_value, NULL, max(CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER), coalesce((SELECT mark + 1 FROM "dms_clock" WHERE id = 1), 0)), 1, datetime('now') FROM "dms_touched" AS n0 JOIN "dms_touched" AS n1 ON n1.table_name = n0.table_name AND n1.note = n0.note AND n1.place = 1 WHERE n0.table_name = 'Order''s' AND n0.place = 0 AND NOT EXISTS (SELECT 1 FROM "Order's" AS b WHERE b."it's" = n0.key_value AND b."Order No" = n1.key_value)
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "it's" = excluded."it's", "Order No" = excluded."Order No", "update_scope_id" = NULL,
    "timestamp" = max(excluded."timestamp", coalesce("Order's_tracking"."timestamp" + 1, 0)),
    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",
    "last_change_datetime" = excluded."last_change_datetime";
  DELETE FROM "dms_touched" WHERE table_name = 'Order''s';
END;

DROP TRIGGER IF EXISTS "Order_s__delete_trigger";

CREATE TRIGGER "Order_s__delete_trigger" AFTER DELETE ON "Order's" BEGIN
  INSERT INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT old."it's", old."Order No", NULL, max(CAST(replace(strftime('%Y%m%d%H%M%f', 'now'), '.', '') AS INTEGER), coalesce((SELECT mark + 1 FROM "dms_clock" WHERE id = 1), 0)), 1, datetime('now') WHERE true
  ON CONFLICT ("it's", "Order No") DO UPDATE SET
    "it's" = excluded."it's", "Order No" = excluded."Order No", "update_scope_id" = NULL,
    "timestamp" = max(excluded."timestamp", coalesce("Order's_tracking"."timestamp" + 1, 0)),
    "sync_row_is_tombstone" = excluded."sync_row_is_tombstone",
    "last_change_datetime" = excluded."last_change_datetime";
END;

DROP TRIGGER IF EXISTS "Order_s__before_insert_trigger";

CREATE TRIGGER "Order_s__before_insert_trigger" BEFORE INSERT ON "Order's" BEGIN
  DELETE FROM "dms_touched" WHERE table_name = 'Order''s';
  INSERT INTO "dms_touched" (table_name, note, place, key_value)
  SELECT 'Order''s', 0, 0, b."it's" FROM "Order's" AS b
  WHERE b."code" COLLATE NOCASE = new."code" AND b."it's" COLLATE BINARY = new."it's"
  ON CONFLICT (table_name, note, place) DO UPDATE SET key_value = excluded.key_value;
  INSERT INTO "dms_touched" (table_name, note, place, key_value)
  SELECT 'Order''s', 0, 1, b."Order No" FROM "Order's" AS b
  WHERE b."code" COLLATE NOCASE = new."code" AND b."it's" COLLATE BINARY = new."it's"
  ON CONFLICT (table_name, note, place) DO UPDATE SET key_value = excluded.key_value;
END;

DROP TRIGGER IF EXISTS "Order_s__before_update_trigger";

CREATE TRIGGER "Order_s__before_update_trigger" BEFORE UPDATE ON "Order's" BEGIN
  DELETE FROM "dms_touched" WHERE table_name = 'Order''s';
  INSERT INTO "dms_touched" (table_name, note, place, key_value)
  SELECT 'Order''s', 0, 0, b."it's" FROM "Order's" AS b
  WHERE b."code" COLLATE NOCASE = new."code" AND b."it's" COLLATE BINARY = new."it's"
  ON CONFLICT (table_name, note, place) DO UPDATE SET key_value = excluded.key_value;
  INSERT INTO "dms_touched" (table_name, note, place, key_value)
  SELECT 'Order''s', 0, 1, b."Order No" FROM "Order's" AS b
  WHERE b."code" COLLATE NOCASE = new."code" AND b."it's" COLLATE BINARY = new."it's"
  ON CONFLICT (table_name, note, place) DO UPDATE SET key_value = excluded.key_value;
END;

