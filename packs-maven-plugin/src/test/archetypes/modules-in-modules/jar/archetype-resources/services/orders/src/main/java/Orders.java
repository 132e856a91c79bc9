package ${package};

// ${artifactId} ${parentArtifactId} ${rootArtifactId}
class Orders {}
