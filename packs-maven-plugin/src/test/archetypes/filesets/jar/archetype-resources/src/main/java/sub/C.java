package ${package}.sub;
