// Größe ${artifactId}
