package ${package};
// $!old
