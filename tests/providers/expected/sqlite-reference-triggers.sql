DROP TRIGGER IF EXISTS "Order_s__insert_trigger";

CREATE TRIGGER "Order_s__insert_trigger" AFTER INSERT ON "Order's" BEGIN
  INSERT OR REPLACE INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  VALUES (new."it's", new."Order No", NULL, replace(strftime('%Y%m%d%H%M%f', 'now'), '.', ''), 0, datetime('now'));
END;

DROP TRIGGER IF EXISTS "Order_s__update_trigger";

CREATE TRIGGER "Order_s__update_trigger" AFTER UPDATE ON "Order's" BEGIN
  UPDATE "Order's_tracking" SET "update_scope_id" = NULL, "timestamp" = replace(strftime('%Y%m%d%H%M%f', 'now'), '.', ''), "last_change_datetime" = datetime('now')
  WHERE "Order's_tracking"."it's" = new."it's" AND "Order's_tracking"."Order No" = new."Order No";
  INSERT OR IGNORE INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  SELECT new."it's", new."Order No", NULL, replace(strftime('%Y%m%d%H%M%f', 'now'), '.', ''), 0, datetime('now')
  WHERE NOT EXISTS (SELECT 1 FROM "Order's_tracking" WHERE "Order's_tracking"."it's" = new."it's" AND "Order's_tracking"."Order No" = new."Order No");
END;

DROP TRIGGER IF EXISTS "Order_s__delete_trigger";

CREATE TRIGGER "Order_s__delete_trigger" AFTER DELETE ON "Order's" BEGIN
  INSERT OR REPLACE INTO "Order's_tracking" ("it's", "Order No", "update_scope_id", "timestamp", "sync_row_is_tombstone", "last_change_datetime")
  VALUES (old."it's", old."Order No", NULL, replace(strftime('%Y%m%d%H%M%f', 'now'), '.', ''), 1, datetime('now'));
END;

