/** Makes one file of two by their structure; the only package that sees the libraries that keep the layout of XML, YAML and Markdown. */
@NullMarked
package dev.packs.merge.structure;

import org.jspecify.annotations.NullMarked;
