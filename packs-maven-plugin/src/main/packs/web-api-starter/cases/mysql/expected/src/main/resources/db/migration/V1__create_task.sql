create table task (
    id bigint auto_increment primary key,
    title varchar(200) not null,
    description varchar(2000),
    done boolean not null,
    created_at timestamp(3) not null default current_timestamp(3),
    updated_at timestamp(3) not null default current_timestamp(3)
);

create index task_done on task (done);
