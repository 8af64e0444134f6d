-- The log as the hub holds it: every fact once, known by community, log, writer and seq; and how far each writer is.

create table lcterm.about (
    hub uuid not null default gen_random_uuid(),
    hint_most integer not null default 100
);
comment on column lcterm.about.hint_most is 'up to so many connections a push wakes the others; beyond it they only ask';
insert into lcterm.about default values;

create table lcterm.events (
    community text not null check (community ~ '^[a-z0-9-]{1,64}$'),
    log text not null check (log ~ '^[a-z0-9-]{1,64}$'),
    writer text not null check (writer ~ '^[a-z0-9]{1,32}$'),
    seq bigint not null check (seq > 0),
    rev integer not null default 0,
    mark text not null,
    envelope json not null check (octet_length(envelope::text) <= 20 * 1024 * 1024),
    primary key (community, log, writer, seq)
);
comment on column lcterm.events.rev is 'raised when words were taken out';
comment on column lcterm.events.mark is 'what tells one content from another; made anew when words were taken out';
-- Words that were taken out leave a dead row behind: it goes with the next look of autovacuum, not some day.
alter table lcterm.events set (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0);

create table lcterm.heads (
    community text not null,
    log text not null,
    writer text not null,
    seq bigint not null,
    mark text not null,
    primary key (community, log, writer)
) with (fillfactor = 70);

-- The next facts of a writer, from `first` on. Those that are here already are passed over, never replaced; a gap is
-- refused. The head's row is locked, so that of two pushes one comes after the other.
create function lcterm.push(
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
