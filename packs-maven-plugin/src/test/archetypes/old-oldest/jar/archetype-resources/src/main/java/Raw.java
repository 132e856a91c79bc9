package ${package};
