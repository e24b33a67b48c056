-- What was brought in a period, for the insight into answers: without looking through all that ever was.
CREATE INDEX nudge_by_sent ON nudge (sent_at) WHERE sent_at IS NOT NULL;
