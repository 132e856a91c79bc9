package dev.packs.merge.markdown;

import dev.packs.markdown.MarkdownElement;
import dev.packs.markdown.MarkdownPart;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** Makes parts of what was parsed. A node that nobody here knows gives what is in it. */
final class PartsVisitor extends AbstractVisitor {

    private final List<MarkdownPart> parts = new ArrayList<>();

    List<MarkdownPart> parts() {
        return List.copyOf(parts);
    }

    private void start(MarkdownElement element, String value) {
        parts.add(new MarkdownPart.Start(element, value));
    }

    private void end() {
        parts.add(new MarkdownPart.End());
    }

    private void text(String text) {
        parts.add(new MarkdownPart.Text(text));
    }

    private void around(MarkdownElement element, Node node) {
        around(element, "", node);
    }

    private void around(MarkdownElement element, String value, Node node) {
        start(element, value);
        visitChildren(node);
        end();
    }

    private void alone(MarkdownElement element, String text) {
        start(element, "");
        if (!text.isEmpty()) {
            text(text);
        }
        end();
    }

    @Override
    public void visit(Heading heading) {
        around(MarkdownElement.HEADING, Integer.toString(heading.getLevel()), heading);
    }

    /** In a list without empty lines an item is its text. */
    @Override
    public void visit(Paragraph paragraph) {
        Node item = paragraph.getParent();
        boolean isTight = item != null && item.getParent() instanceof ListBlock list && list.isTight();
        if (!isTight) {
            around(MarkdownElement.PARAGRAPH, paragraph);
            return;
        }
        if (paragraph.getPrevious() != null) {
            alone(MarkdownElement.LINE_BREAK, "");
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(BlockQuote quote) {
        around(MarkdownElement.QUOTE, quote);
    }

    @Override
    public void visit(BulletList list) {
        around(MarkdownElement.BULLETS, list);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        around(MarkdownElement.NUMBERS, first == null ? "1" : first.toString(), list);
    }

    @Override
    public void visit(ListItem item) {
        around(MarkdownElement.ITEM, item);
    }

    @Override
    public void visit(FencedCodeBlock block) {
        alone(MarkdownElement.CODE_BLOCK, block.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        alone(MarkdownElement.CODE_BLOCK, block.getLiteral());
    }

    @Override
    public void visit(Code code) {
        alone(MarkdownElement.CODE, code.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
        around(MarkdownElement.EMPHASIS, emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        around(MarkdownElement.STRONG, emphasis);
    }

    @Override
    public void visit(Link link) {
        around(MarkdownElement.LINK, link.getDestination(), link);
    }

    @Override
    public void visit(Image image) {
        around(MarkdownElement.IMAGE, image.getDestination(), image);
    }

    @Override
    public void visit(ThematicBreak rule) {
        alone(MarkdownElement.RULE, "");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        alone(MarkdownElement.LINE_BREAK, "");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text("\n");
    }

    @Override
    public void visit(Text text) {
        text(text.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        if (!isComment(html.getLiteral())) {
            text(html.getLiteral());
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        if (!isComment(html.getLiteral())) {
            alone(MarkdownElement.CODE_BLOCK, html.getLiteral() + "\n");
        }
    }

    private static boolean isComment(String html) {
        String text = html.strip();
        return text.startsWith("<!--") && text.indexOf("-->") == text.length() - "-->".length();
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            around(MarkdownElement.TABLE, block);
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead) {
            around(MarkdownElement.TABLE_HEAD, node);
        } else if (node instanceof TableBody) {
            around(MarkdownElement.TABLE_BODY, node);
        } else if (node instanceof TableRow) {
            around(MarkdownElement.ROW, node);
        } else if (node instanceof TableCell cell) {
            around(cell.isHeader() ? MarkdownElement.HEAD_CELL : MarkdownElement.CELL, node);
        } else {
            visitChildren(node);
        }
    }
}
