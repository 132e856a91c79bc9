package ${package}.deep.er;

class Deep {}
