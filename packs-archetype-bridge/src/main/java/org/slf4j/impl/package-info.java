/** Where slf4j 1.7 looks for what it logs to. */
@NullMarked
package org.slf4j.impl;

import org.jspecify.annotations.NullMarked;
