-- Incidents that are open already go on: those who were told of one are told of its end, and nobody is told of it anew.
INSERT INTO "escalation" ("incident_id", "policy", "severity", "began_at", "worsened_at")
SELECT i."id",
  '{"down": {"steps": [{"afterS": 0, "tell": [{"channelsOf": "monitor"}]}], "repeat": null}, "degraded": null, "change": null, "quietHours": null, "acknowledgedForS": null}',
  i."status", i."opened_at",
  (SELECT min(d."created_at") FROM "delivery" d WHERE d."incident_id" = i."id" AND d."kind" = 'incident_worsened')
FROM "incident" i WHERE i."resolved_at" IS NULL
ON CONFLICT DO NOTHING;

INSERT INTO "telling" ("incident_id", "what", "run_at", "step", "round", "channel_id", "is_lost", "at", "delivery_id")
SELECT e."incident_id", CASE WHEN d."kind" = 'incident_flapping' THEN 'flapping' ELSE 'trouble' END,
  CASE WHEN d."kind" = 'incident_worsened' THEN e."worsened_at" ELSE e."began_at" END, 0, 0, d."channel_id", false, d."created_at", d."id"
FROM "escalation" e JOIN "delivery" d ON d."incident_id" = e."incident_id"
WHERE d."kind" IN ('incident_opened', 'incident_worsened', 'incident_flapping')
ON CONFLICT DO NOTHING;
