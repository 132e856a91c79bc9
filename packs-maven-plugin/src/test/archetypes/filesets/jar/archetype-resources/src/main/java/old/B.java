package ${package}.old;
