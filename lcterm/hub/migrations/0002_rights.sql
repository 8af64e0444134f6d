-- Who may read what: a role for each person; a community's facts are for its facilitators. Nobody writes to a table:
-- what changes them is a function that looks who is asking.

do $$ begin
    if not exists (select from pg_roles where rolname = 'lcterm_facilitator') then
        create role lcterm_facilitator nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'lcterm_sponsor') then
        create role lcterm_sponsor nologin;
    end if;
end $$;

create table lcterm.facilitators (
    community text not null,
    person text not null,
    primary key (community, person)
);
create index on lcterm.facilitators (person);

create function lcterm.mine() returns text[] language sql stable security definer set search_path = lcterm, pg_temp
as $$ select coalesce(array_agg(community), '{}') from facilitators where person = session_user $$;

create function lcterm.see_to_rights(of_community text) returns void
language plpgsql stable security definer set search_path = lcterm, pg_temp as $$
begin
    if not exists (select from facilitators where community = of_community and person = session_user) then
        raise exception 'not a facilitator of this community' using errcode = 'LC003';
    end if;
end $$;

-- A community that is not here yet belongs to whoever brings it.
create function lcterm.found(of_community text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtext('lcterm ' || of_community));
    if not exists (select from facilitators where community = of_community)
        and not exists (select from heads where community = of_community) then
        insert into facilitators values (of_community, session_user);
    end if;
    perform see_to_rights(of_community);
end $$;

create function lcterm.admit(of_community text, new_person text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform see_to_rights(of_community);
    if not exists (select from pg_roles where rolname = new_person) then
        raise exception 'the hub knows nobody called %', new_person using errcode = 'LC004';
    end if;
    insert into facilitators values (of_community, new_person) on conflict do nothing;
end $$;

create function lcterm.remove(of_community text) returns void
language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform see_to_rights(of_community);
    delete from events where community = of_community;
    delete from heads where community = of_community;
    delete from facilitators where community = of_community;
end $$;

alter function lcterm.push(text, text, text, bigint, text[], text[], boolean) rename to push_unseen;
create function lcterm.push(
    of_community text, of_log text, of_writer text, first bigint, marks text[], envelopes text[], hint boolean
) returns lcterm.heads language plpgsql security definer set search_path = lcterm, pg_temp as $$
begin
    perform see_to_rights(of_community);
    return push_unseen(of_community, of_log, of_writer, first, marks, envelopes, hint);
end $$;

alter table lcterm.events enable row level security;
alter table lcterm.heads enable row level security;
alter table lcterm.facilitators enable row level security;
create policy of_ones_own on lcterm.events for select to lcterm_facilitator
    using (community = any ((select lcterm.mine())::text[]));
create policy of_ones_own on lcterm.heads for select to lcterm_facilitator
    using (community = any ((select lcterm.mine())::text[]));
create policy of_ones_own on lcterm.facilitators for select to lcterm_facilitator
    using (community = any ((select lcterm.mine())::text[]));

revoke all on all functions in schema lcterm from public;
grant usage on schema lcterm to lcterm_facilitator, lcterm_sponsor;
grant select on lcterm.about, lcterm.migrations to lcterm_facilitator, lcterm_sponsor;
grant select on lcterm.events, lcterm.heads, lcterm.facilitators to lcterm_facilitator;
grant execute on function lcterm.mine(), lcterm.found(text), lcterm.admit(text, text), lcterm.remove(text),
    lcterm.push(text, text, text, bigint, text[], text[], boolean) to lcterm_facilitator;
