//! Nodes written as HTML, natively: what a page shows at the moment it is written.

use super::Node;
use super::element::{Parts, Setting};

/// Elements that hold nothing and have no end tag (HTML Living Standard, 13.1.2).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

impl Node {
    /// The node as HTML. Words and values are escaped; listeners and properties belong to a browser and are left out.
    pub fn html(self) -> String {
        let mut html = String::new();
        write(self, &mut html);
        html
    }
}

fn write(node: Node, html: &mut String) {
    match node {
        Node::Nothing => {}
        Node::Text(text) => escape(&text, html),
        Node::Element(element) => write_element(*element.0, html),
        Node::Many(nodes) => nodes.into_iter().for_each(|node| write(node, html)),
        Node::Live(live) => write(live.draw(), html),
        Node::Each(list) => {
            list.entries().into_iter().for_each(|entry| write((entry.draw)(), html))
        }
    }
}

fn write_element(parts: Parts, html: &mut String) {
    html.push('<');
    html.push_str(parts.tag);
    for Setting { name, value, .. } in
        parts.settings.into_iter().filter(|setting| !setting.is_property)
    {
        if let Some(text) = value.text() {
            html.push(' ');
            html.push_str(name);
            html.push_str("=\"");
            escape(&text, html);
            html.push('"');
        }
    }
    html.push('>');
    if VOID.contains(&parts.tag) {
        return;
    }
    parts.children.into_iter().for_each(|child| write(child, html));
    html.push_str("</");
    html.push_str(parts.tag);
    html.push('>');
}

fn escape(text: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{IntoNode, each, h};

    #[test]
    fn words_and_values_never_become_markup() {
        let node = h::p().attr("title", "\"><script>").child("<b> & \"c\"").into_node();
        assert_eq!(
            node.html(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt; &amp; \"c\"</p>"
                .replace("\"c\"", "&quot;c&quot;")
        );
    }

    #[test]
    fn what_is_not_there_leaves_nothing() {
        let node =
            h::input().attr("disabled", false).attr("id", None::<String>).attr("required", true);
        assert_eq!(node.into_node().html(), "<input required=\"\">");
    }

    #[test]
    fn what_changes_is_written_as_it_is_now() {
        let list = each(
            || vec![1, 2],
            |number| number.to_string(),
            |number| h::li().child(number.to_string()).into_node(),
        );
        let node = h::ul().class(|| "list").child(list).child(|| None::<String>).into_node();
        assert_eq!(node.html(), "<ul class=\"list\"><li>1</li><li>2</li></ul>");
    }
}
