package ${package}.deep;
