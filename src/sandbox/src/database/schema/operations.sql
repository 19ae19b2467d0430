-- What each SIM of an operation was before and after, and which operations follow from which.
CREATE INDEX sim_history_by_operation ON sim_history (operation_id, sim_id) WHERE operation_id IS NOT NULL;
CREATE INDEX operations_by_retry ON operations (retry_of) WHERE retry_of IS NOT NULL;
