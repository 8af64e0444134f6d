-- Words taken out for good, and words that the group has released to its sponsor.

create function lcterm.erase(of_community text, of_log text, writers text[], seqs bigint[], marks text[], envelopes text[])
returns integer language plpgsql security definer set search_path = lcterm, pg_temp as $$
declare
    changed integer;
begin
    perform see_to_rights(of_community);
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

create table lcterm.released (
    community text not null,
    log text not null,
    capture text not null,
    at bigint not null,
    kind text not null,
    words text not null,
    names text not null default '',
    primary key (community, log, capture)
);
comment on table lcterm.released is 'what the group has heard and agreed to report; names only where its charter says so';
alter table lcterm.released set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

create table lcterm.sponsors (
    community text not null,
    person text not null,
    primary key (community, person)
);

create function lcterm.sponsored() returns text[] language sql stable security definer set search_path = lcterm, pg_temp
as $$ select coalesce(array_agg(community), '{}') from sponsors where person = session_user $$;

create function lcterm.admit_sponsor(of_community text, new_person text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform see_to_rights(of_community);
    if not exists (select from pg_roles where rolname = new_person) then
        raise exception 'the hub knows nobody called %', new_person using errcode = 'LC004';
    end if;
    insert into sponsors values (of_community, new_person) on conflict do nothing;
end $$;

-- All that is released of a session, in the place of what was.
create function lcterm.release(
    of_community text, of_log text, captures text[], times bigint[], kinds text[], texts text[], who text[]
) returns void language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform see_to_rights(of_community);
    delete from released where community = of_community and log = of_log and capture <> all (captures);
    insert into released
        select of_community, of_log, c, a, k, t, n
        from unnest(captures, times, kinds, texts, who) as new (c, a, k, t, n)
        on conflict (community, log, capture) do update
            set at = excluded.at, kind = excluded.kind, words = excluded.words, names = excluded.names
            where (released.at, released.kind, released.words, released.names)
                is distinct from (excluded.at, excluded.kind, excluded.words, excluded.names);
end $$;

create or replace function lcterm.remove(of_community text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform see_to_rights(of_community);
    delete from released where community = of_community;
    delete from sponsors where community = of_community;
    delete from events where community = of_community;
    delete from heads where community = of_community;
    delete from facilitators where community = of_community;
end $$;

alter table lcterm.released enable row level security;
alter table lcterm.sponsors enable row level security;
create policy of_ones_own on lcterm.released for select to lcterm_facilitator
    using (community = any ((select lcterm.mine())::text[]));
create policy of_what_was_released on lcterm.released for select to lcterm_sponsor
    using (community = any ((select lcterm.sponsored())::text[]));
create policy of_ones_own on lcterm.sponsors for select to lcterm_facilitator
    using (community = any ((select lcterm.mine())::text[]));

revoke all on function lcterm.erase(text, text, text[], bigint[], text[], text[]), lcterm.sponsored(),
    lcterm.admit_sponsor(text, text), lcterm.release(text, text, text[], bigint[], text[], text[], text[]) from public;
grant select on lcterm.released to lcterm_facilitator, lcterm_sponsor;
grant select on lcterm.sponsors to lcterm_facilitator;
grant execute on function lcterm.sponsored() to lcterm_sponsor;
grant execute on function lcterm.erase(text, text, text[], bigint[], text[], text[]), lcterm.admit_sponsor(text, text),
    lcterm.release(text, text, text[], bigint[], text[], text[], text[]) to lcterm_facilitator;
