package ${package};
// ${packageName} ${unknown}
class App {}
