package ${package};

/** ${artifactId} of ${rootArtifactId}, parent ${parentArtifactId}. */
class Core {}
