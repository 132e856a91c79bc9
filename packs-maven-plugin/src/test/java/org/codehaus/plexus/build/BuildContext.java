package org.codehaus.plexus.build;

import java.io.File;

/** Stands for the build context that a development environment brings with it, under the name that it has there. */
public interface BuildContext {

    void refresh(File file);
}
