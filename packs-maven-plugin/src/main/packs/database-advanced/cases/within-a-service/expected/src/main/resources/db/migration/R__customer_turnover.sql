-- Runs again whenever it changes.
drop view if exists customer_turnover;

create view customer_turnover as
select c.email, coalesce(sum(p.amount), 0) as turnover, count(p.id) as purchases
from customer c
left join purchase p on p.customer_id = c.id
group by c.email;
