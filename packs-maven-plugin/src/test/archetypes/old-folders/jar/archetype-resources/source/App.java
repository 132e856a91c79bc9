package ${package};
