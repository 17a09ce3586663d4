create table if not exists revisions (
    record varchar(128) not null,
    revision bigint not null,
    primary key (record, revision)
);

create table if not exists entries (
    record varchar(128) not null,
    sequence bigint not null,
    json character large object not null,
    primary key (record, sequence)
);

create table if not exists links (
    record varchar(128) not null,
    handoff varchar(128) not null,
    type varchar(64) not null,
    part varchar(256) not null,
    json character large object not null,
    primary key (record, handoff, type, part)
);

create table if not exists worklist (
    record varchar(128) not null,
    cause varchar(160) not null,
    kind varchar(64) not null,
    subject varchar(256) not null,
    occurrence int not null,
    organization varchar(128) not null,
    role varchar(64) not null,
    person varchar(128),
    due timestamp(9) with time zone not null,
    next timestamp(9) with time zone not null,
    late_from timestamp(9) with time zone,
    primary key (record, cause, kind, subject, occurrence)
);

create index if not exists worklist_mine on worklist (organization, role, person, due);
create index if not exists worklist_queue on worklist (organization, role, due);
create index if not exists worklist_late on worklist (organization, late_from);
