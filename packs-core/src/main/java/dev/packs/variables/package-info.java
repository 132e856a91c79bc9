/** From what people gave (command line, pom, answers, defaults) to the checked values that a template sees, or everything that is wrong with them. */
@NullMarked
package dev.packs.variables;

import org.jspecify.annotations.NullMarked;
