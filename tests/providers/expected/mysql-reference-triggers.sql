SET sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

CREATE TRIGGER IF NOT EXISTS `Order_s_insert_trigger` AFTER INSERT ON `Order's` FOR EACH ROW BEGIN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (new.`it's`, new.`Order No`, NULL, ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), 0, utc_timestamp())
  ON DUPLICATE KEY UPDATE `update_scope_id` = NULL, `sync_row_is_tombstone` = 0, `timestamp` = ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), `last_change_datetime` = utc_timestamp();
END;

SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

SET sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

CREATE TRIGGER IF NOT EXISTS `Order_s_update_trigger` AFTER UPDATE ON `Order's` FOR EACH ROW BEGIN
  UPDATE `Order's_tracking` SET `update_scope_id` = NULL, `timestamp` = ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), `last_change_datetime` = utc_timestamp() WHERE `Order's_tracking`.`it's` = new.`it's` AND `Order's_tracking`.`Order No` = new.`Order No`;
  IF (SELECT ROW_COUNT() = 0) THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (new.`it's`, new.`Order No`, NULL, ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), 0, utc_timestamp())
  ON DUPLICATE KEY UPDATE `update_scope_id` = NULL, `sync_row_is_tombstone` = 0, `timestamp` = ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), `last_change_datetime` = utc_timestamp();
  END IF;
END;

SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

SET sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

CREATE TRIGGER IF NOT EXISTS `Order_s_delete_trigger` AFTER DELETE ON `Order's` FOR EACH ROW BEGIN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (old.`it's`, old.`Order No`, NULL, ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), 1, utc_timestamp())
  ON DUPLICATE KEY UPDATE `update_scope_id` = NULL, `sync_row_is_tombstone` = 1, `timestamp` = ROUND(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(6)) * 10000), `last_change_datetime` = utc_timestamp();
END;

SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

