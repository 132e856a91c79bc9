package ${package};
// ${packageInPathFormat}
