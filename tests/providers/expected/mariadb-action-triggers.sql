CREATE TRIGGER `Order_s_by_Order's_25c9161d813b_delete_cascade_trigger` BEFORE DELETE ON `Order's` FOR EACH ROW BEGIN
  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
  DECLARE CONTINUE HANDLER FOR 1054 BEGIN
    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
    UPDATE `dms_objects` SET fingerprint = '["", 0]' WHERE object_kind = 'recorders' AND object_name = 'Order''s';
  END;
  IF @@SESSION.foreign_key_checks THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT `dms_gone`.`dms_0_0`, `dms_gone`.`dms_0_1`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 1, UTC_TIMESTAMP() FROM (WITH RECURSIVE `dms_gone` (`dms_table`, `dms_0_0`, `dms_0_1`) AS (
    SELECT -1, n0.`it's`, n0.`Order No` FROM (SELECT 1) AS one LEFT JOIN `Order's` AS n0 ON FALSE
    UNION SELECT 0, OLD.`it's`, OLD.`Order No`
    UNION (SELECT 0, n.`it's`, n.`Order No` FROM `dms_gone` JOIN `Order's` AS n ON `dms_gone`.`dms_table` = 0 AND n.`above` = `dms_gone`.`dms_0_0` LOCK IN SHARE MODE)
  ) SELECT * FROM `dms_gone`) AS `dms_gone` WHERE `dms_gone`.`dms_table` = 0
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
END;

CREATE TRIGGER `Order_s_by_a_25c9163a192f_delete_cascade_trigger` BEFORE DELETE ON `a` FOR EACH ROW BEGIN
  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
  DECLARE CONTINUE HANDLER FOR 1054 BEGIN
    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
    UPDATE `dms_objects` SET fingerprint = '["", 0]' WHERE object_kind = 'recorders' AND object_name = 'Order''s';
  END;
  IF @@SESSION.foreign_key_checks THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT t.`it's`, t.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP() FROM `b` AS t0 JOIN `Order's` AS t ON t.`Order No` = t0.`n` AND t.`y` = t0.`y` WHERE t0.`x` = OLD.`x` AND t0.`y` = OLD.`y`
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
END;

CREATE TRIGGER `Order_s_by_a_25c9163a192f_update_cascade_trigger` AFTER UPDATE ON `a` FOR EACH ROW BEGIN
  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
  DECLARE CONTINUE HANDLER FOR 1054 BEGIN
    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
    UPDATE `dms_objects` SET fingerprint = '["", 0]' WHERE object_kind = 'recorders' AND object_name = 'Order''s';
  END;
  IF @@SESSION.foreign_key_checks THEN
  IF NOT (BINARY OLD.`x` <=> BINARY NEW.`x` AND BINARY OLD.`y` <=> BINARY NEW.`y`) THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT t.`it's`, t.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP() FROM `b` AS t0 JOIN `Order's` AS t ON t.`Order No` = t0.`n` AND t.`y` = t0.`y` WHERE t0.`x` = NEW.`x` AND t0.`y` = NEW.`y`
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
  END IF;
END;

CREATE TRIGGER `Order_s_by_a_25c9163a192f_set_null_cascade_trigger` BEFORE UPDATE ON `a` FOR EACH ROW BEGIN
  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
  DECLARE CONTINUE HANDLER FOR 1054 BEGIN
    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
    UPDATE `dms_objects` SET fingerprint = '["", 0]' WHERE object_kind = 'recorders' AND object_name = 'Order''s';
  END;
  IF @@SESSION.foreign_key_checks THEN
  IF NOT (BINARY OLD.`code` <=> BINARY NEW.`code`) THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT t.`it's`, t.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP() FROM `Order's` AS t WHERE t.`code` = OLD.`code`
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
  END IF;
END;

CREATE TRIGGER `Order_s_by_b_25c91642258f_delete_cascade_trigger` BEFORE DELETE ON `b` FOR EACH ROW BEGIN
  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
  DECLARE CONTINUE HANDLER FOR 1054 BEGIN
    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
    UPDATE `dms_objects` SET fingerprint = '["", 0]' WHERE object_kind = 'recorders' AND object_name = 'Order''s';
  END;
  IF @@SESSION.foreign_key_checks THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT t.`it's`, t.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP() FROM `Order's` AS t WHERE t.`Order No` = OLD.`n` AND t.`y` = OLD.`y`
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
END;

CREATE TRIGGER `Order_s_by_b_25c91642258f_update_cascade_trigger` AFTER UPDATE ON `b` FOR EACH ROW BEGIN
  DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
  DECLARE CONTINUE HANDLER FOR 1054 BEGIN
    DECLARE CONTINUE HANDLER FOR 1146 BEGIN END;
    UPDATE `dms_objects` SET fingerprint = '["", 0]' WHERE object_kind = 'recorders' AND object_name = 'Order''s';
  END;
  IF @@SESSION.foreign_key_checks THEN
  IF NOT (BINARY OLD.`n` <=> BINARY NEW.`n` AND BINARY OLD.`y` <=> BINARY NEW.`y`) THEN
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT t.`it's`, OLD.`n`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 1, UTC_TIMESTAMP() FROM `Order's` AS t WHERE t.`Order No` = NEW.`n` AND t.`y` = NEW.`y` AND NOT (t.`it's` <=> t.`it's` AND OLD.`n` <=> t.`Order No`)
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  INSERT INTO `Order's_tracking` (`it's`, `Order No`, `update_scope_id`, `timestamp`, `sync_row_is_tombstone`, `last_change_datetime`)
  SELECT t.`it's`, t.`Order No`, NULL, TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 100, 0, UTC_TIMESTAMP() FROM `Order's` AS t WHERE t.`Order No` = NEW.`n` AND t.`y` = NEW.`y`
  LOCK IN SHARE MODE
  ON DUPLICATE KEY UPDATE `Order's_tracking`.`it's` = VALUES(`it's`), `Order's_tracking`.`Order No` = VALUES(`Order No`), `Order's_tracking`.`update_scope_id` = NULL, `Order's_tracking`.`timestamp` = GREATEST(VALUES(`timestamp`), COALESCE(`Order's_tracking`.`timestamp`, 0) + 1), `Order's_tracking`.`sync_row_is_tombstone` = VALUES(`sync_row_is_tombstone`), `Order's_tracking`.`last_change_datetime` = VALUES(`last_change_datetime`);
  END IF;
  END IF;
END;

