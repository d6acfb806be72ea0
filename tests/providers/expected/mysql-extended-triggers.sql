SET sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

CREATE TRIGGER IF NOT EXISTS `Order_s_insert_trigger` AFTER INSERT ON `Order's` FOR EACH ROW BEGIN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (NEW.`it's`, NEW.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP())
  ON DUPLICATE KEY UPDATE `it's` = VALUES(`it's`), `Order No` = VALUES(`Order No`), `update_scope_id` = NULL, `timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`timestamp`, 0) + 1), `sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `last_change_datetime` = VALUES(`last_change_datetime`);
END;

SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

SET sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

CREATE TRIGGER IF NOT EXISTS `Order_s_update_trigger` AFTER UPDATE ON `Order's` FOR EACH ROW BEGIN
  IF NOT (OLD.`it's` <=> NEW.`it's` AND OLD.`Order No` <=> NEW.`Order No`) THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (OLD.`it's`, OLD.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 1, UTC_TIMESTAMP())
  ON DUPLICATE KEY UPDATE `it's` = VALUES(`it's`), `Order No` = VALUES(`Order No`), `update_scope_id` = NULL, `timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`timestamp`, 0) + 1), `sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (NEW.`it's`, NEW.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP())
  ON DUPLICATE KEY UPDATE `it's` = VALUES(`it's`), `Order No` = VALUES(`Order No`), `update_scope_id` = NULL, `timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`timestamp`, 0) + 1), `sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `last_change_datetime` = VALUES(`last_change_datetime`);
END;

SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

SET sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

CREATE TRIGGER IF NOT EXISTS `Order_s_delete_trigger` AFTER DELETE ON `Order's` FOR EACH ROW BEGIN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  VALUES (OLD.`it's`, OLD.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 1, UTC_TIMESTAMP())
  ON DUPLICATE KEY UPDATE `it's` = VALUES(`it's`), `Order No` = VALUES(`Order No`), `update_scope_id` = NULL, `timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`timestamp`, 0) + 1), `sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `last_change_datetime` = VALUES(`last_change_datetime`);
END;

SET sql_mode = 'ANSI_QUOTES,STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO';

