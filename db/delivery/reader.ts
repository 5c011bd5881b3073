/**
 * SQL: who reads what is sent on channel `c`: the contact whose channel it is, or the channel itself, where it is nobody's or that of several.
 */
export const READER = `coalesce(
  (select 'contact ' || min(contact_id) from contact_channel where channel_id = c.id having count(*) = 1),
  'channel ' || c.id)`;

/** SQL: the channels of the readers $1, as `c` with their `reader`. */
export const THEIR_CHANNELS = `(
  select * from (
    select c.id, c.kind, ${READER} as reader from channel c
    where c.id in (
      select substr(name, 9)::int from unnest($1::text[]) as name where name like 'channel %'
      union select channel_id from contact_channel
      where contact_id in (select substr(name, 9)::int from unnest($1::text[]) as name where name like 'contact %'))
  ) as channel where reader = any($1::text[])) as c`;
