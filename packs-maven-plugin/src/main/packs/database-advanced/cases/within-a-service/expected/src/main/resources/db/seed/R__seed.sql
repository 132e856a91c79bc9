-- Data to look at; runs again whenever it changes, and adds what is missing only.
insert into customer (email, name)
select s.email, s.name
from (values ('ada@example.com', 'Ada'), ('grace@example.com', 'Grace'), ('mary@example.com', 'Mary')) as s (email, name)
where not exists (select 1 from customer c where c.email = s.email);

insert into purchase (customer_id, amount)
select c.id, s.amount
from (values ('ada@example.com', 120.00), ('ada@example.com', 35.50), ('grace@example.com', 80.00)) as s (email, amount)
join customer c on c.email = s.email
where not exists (select 1 from purchase p where p.customer_id = c.id);
