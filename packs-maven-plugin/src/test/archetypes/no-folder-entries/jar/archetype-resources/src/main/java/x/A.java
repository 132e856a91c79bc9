package ${package}.x;
