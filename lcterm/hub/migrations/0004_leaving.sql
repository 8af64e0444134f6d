-- Somebody taken off a community again. And what two who come at the same moment must not do: mix the facts of two
-- copies of a laptop, release words out of an old state, bring facts into a community that is just being taken away.

alter table lcterm.heads add constraint plain check (
    community ~ '^[a-z0-9-]{1,64}$' and log ~ '^[a-z0-9-]{1,64}$' and writer ~ '^[a-z0-9]{1,32}$'
) not valid;
alter table lcterm.facilitators add constraint plain check (community ~ '^[a-z0-9-]{1,64}$') not valid;
alter table lcterm.released add constraint plain check (
    community ~ '^[a-z0-9-]{1,64}$' and log ~ '^[a-z0-9-]{1,64}$' and capture ~ '^[a-z0-9-]{1,64}$'
    and octet_length(words) <= 1024 * 1024 and octet_length(names) <= 1024 * 1024
) not valid;

-- Whoever changes something of a community comes in here, and stays until the change stands or falls; who takes it away,
-- or takes somebody off it, waits until nobody is half way through, and then nobody comes in before that is done.
create function lcterm.enter(of_community text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform pg_advisory_xact_lock_shared(hashtext('lcterm ' || of_community));
    perform see_to_rights(of_community);
end $$;

create function lcterm.enter_alone(of_community text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('lcterm ' || of_community));
    perform see_to_rights(of_community);
end $$;

-- As before, but a copy's facts are not put behind another one's: where facts of these numbers are here with other
-- words, nothing is taken in. (Of those whose words were taken out nobody can tell.)
create or replace function lcterm.push_unseen(
    of_community text, of_log text, of_writer text, first bigint, marks text[], envelopes text[], hint boolean
) returns lcterm.heads language plpgsql set search_path = lcterm, pg_temp as $$
declare
    head heads;
    last bigint := first + cardinality(envelopes) - 1;
begin
    insert into heads values (of_community, of_log, of_writer, 0, '') on conflict do nothing;
    select * into strict head from heads
        where community = of_community and log = of_log and writer = of_writer for update;
    if first > head.seq + 1 then
        raise exception 'facts of this writer are missing before %: the hub has %', first, head.seq
            using errcode = 'LC001';
    end if;
    if first <= head.seq and exists (
        select from unnest(marks) with ordinality as new (m, n)
            join events e on e.community = of_community and e.log = of_log and e.writer = of_writer
                and e.seq = first + n - 1
            where e.rev = 0 and e.mark <> new.m
    ) then
        raise exception 'other facts of these numbers are here' using errcode = 'LC005';
    end if;
    if last > head.seq then
        insert into events (community, log, writer, seq, mark, envelope)
            select of_community, of_log, of_writer, first + n - 1, m, e::json
            from unnest(marks, envelopes) with ordinality as new (m, e, n)
            where first + n - 1 > head.seq;
        update heads set seq = last, mark = marks[cardinality(marks)]
            where community = of_community and log = of_log and writer = of_writer returning * into head;
        if hint then
            perform pg_notify(left('lcterm_' || of_community, 63), '');
        end if;
    end if;
    return head;
end $$;

create or replace function lcterm.push(
    of_community text, of_log text, of_writer text, first bigint, marks text[], envelopes text[], hint boolean
) returns lcterm.heads language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform enter(of_community);
    return push_unseen(of_community, of_log, of_writer, first, marks, envelopes, hint);
end $$;

create or replace function lcterm.erase(
    of_community text, of_log text, writers text[], seqs bigint[], marks text[], envelopes text[]
) returns integer language plpgsql security definer set search_path = lcterm, pg_temp as $$
declare
    changed integer;
begin
    perform enter(of_community);
    -- In one order always, so that two who erase at once do not wait for each other.
    perform from heads where community = of_community and log = of_log and writer = any (writers)
        order by writer for update;
    update events e set envelope = new.v::json, mark = new.m, rev = e.rev + 1
        from unnest(writers, seqs, marks, envelopes) as new (w, s, m, v)
        where e.community = of_community and e.log = of_log and e.writer = new.w and e.seq = new.s
            and e.mark <> new.m;
    get diagnostics changed = row_count;
    update heads h set mark = new.m
        from unnest(writers, seqs, marks) as new (w, s, m)
        where h.community = of_community and h.log = of_log and h.writer = new.w and h.seq = new.s;
    return changed;
end $$;

-- All that is released of a session, in the place of what was; whether it was taken. `known`: how many facts of the
-- session's log and the community's own the caller has it from. Where others have come since, what is released may have
-- been taken back by them: then nothing is changed, and the caller looks again. Nothing known: what is not among these is
-- taken away, and nothing put there.
drop function lcterm.release(text, text, text[], bigint[], text[], text[], text[]);
create function lcterm.release(
    of_community text, of_log text, known bigint, captures text[], times bigint[], kinds text[], texts text[], who text[]
) returns boolean language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform enter(of_community);
    perform pg_advisory_xact_lock(hashtext('lcterm released ' || of_community || ' ' || of_log));
    if known <> (
        select coalesce(sum(seq), 0)::bigint from heads where community = of_community and log in (of_log, of_community)
    ) then
        return false;
    end if;
    delete from released where community = of_community and log = of_log and capture <> all (captures);
    insert into released
        select of_community, of_log, c, a, k, t, n
        from unnest(captures, times, kinds, texts, who) as new (c, a, k, t, n)
        where known is not null
        on conflict (community, log, capture) do update
            set at = excluded.at, kind = excluded.kind, words = excluded.words, names = excluded.names
            where (released.at, released.kind, released.words, released.names)
                is distinct from (excluded.at, excluded.kind, excluded.words, excluded.names);
    return true;
end $$;

create or replace function lcterm.remove(of_community text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform enter_alone(of_community);
    delete from released where community = of_community;
    delete from sponsors where community = of_community;
    delete from events where community = of_community;
    delete from heads where community = of_community;
    delete from facilitators where community = of_community;
end $$;

create or replace function lcterm.admit(of_community text, new_person text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform enter(of_community);
    if not exists (select from pg_roles where rolname = new_person) then
        raise exception 'the hub knows nobody called %', new_person using errcode = 'LC004';
    end if;
    insert into facilitators values (of_community, new_person) on conflict do nothing;
end $$;

create or replace function lcterm.admit_sponsor(of_community text, new_person text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform enter(of_community);
    if not exists (select from pg_roles where rolname = new_person) then
        raise exception 'the hub knows nobody called %', new_person using errcode = 'LC004';
    end if;
    insert into sponsors values (of_community, new_person) on conflict do nothing;
end $$;

-- Somebody off a community, facilitator or sponsor: from the next question on they get nothing of it, on a connection
-- that is open too. A community always has somebody who can take it off the hub.
create function lcterm.dismiss(of_community text, old_person text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
declare
    there boolean;
begin
    perform enter_alone(of_community);
    there := exists (select from facilitators where community = of_community and person = old_person);
    if there and not exists (select from facilitators where community = of_community and person <> old_person) then
        raise exception 'the last facilitator of this community' using errcode = 'LC006';
    end if;
    if not there and not exists (select from sponsors where community = of_community and person = old_person) then
        raise exception 'nobody called % may read this community', old_person using errcode = 'LC004';
    end if;
    delete from facilitators where community = of_community and person = old_person;
    delete from sponsors where community = of_community and person = old_person;
end $$;

revoke all on function lcterm.enter(text), lcterm.enter_alone(text), lcterm.dismiss(text, text),
    lcterm.release(text, text, bigint, text[], bigint[], text[], text[], text[]) from public;
grant execute on function lcterm.dismiss(text, text),
    lcterm.release(text, text, bigint, text[], bigint[], text[], text[], text[]) to lcterm_facilitator;
