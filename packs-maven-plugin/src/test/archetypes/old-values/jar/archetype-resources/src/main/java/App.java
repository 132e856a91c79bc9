package ${package}; // ${version} ${groupId}
