//! The words of the invented market: names of people and shops, and families of goods.

/// How people are called in Jakarta's kitchens and workshops, with the names that follow.
pub(super) const WOMEN: ([&str; 5], [&str; 37]) = (
    ["Bu", "Mpok", "Mak", "Teh", "Mbak"],
    [
        "Ratih", "Aminah", "Leha", "Karsi", "Siti", "Yanti", "Wati", "Rohmah", "Maryam", "Dewi",
        "Lestari", "Sari", "Murni", "Endang", "Tuti", "Nining", "Euis", "Neneng", "Ida", "Rini",
        "Asih", "Yuli", "Fitri", "Halimah", "Zubaedah", "Romlah", "Sumarni", "Sinta", "Ayu",
        "Wulan", "Melati", "Kartika", "Puspa", "Ratna", "Intan", "Mutia", "Laila",
    ],
);
pub(super) const MEN: ([&str; 3], [&str; 22]) = (
    ["Bang", "Pak", "Haji"],
    [
        "Nasir", "Jali", "Udin", "Mamat", "Kosim", "Rojali", "Saiful", "Hendra", "Agus", "Bambang",
        "Slamet", "Joko", "Dedi", "Asep", "Ujang", "Tono", "Hasan", "Usman", "Yusuf", "Rahmat",
        "Iwan", "Eko",
    ],
);

/// What shops of a trade are called before a person's name.
pub(super) const KITCHENS: [&str; 10] = [
    "Dapur",
    "Warung",
    "Kedai",
    "Rumah Kue",
    "Camilan",
    "Katering",
    "Sambal",
    "Kue Basah",
    "Keripik",
    "Jajanan",
];
pub(super) const TAILORS: [&str; 8] =
    ["Konveksi", "Butik", "Batik", "Jahitan", "Hijab", "Sandal", "Tas", "Bordir"];
pub(super) const WORKSHOPS: [&str; 8] =
    ["Kriya", "Anyaman", "Rajut", "Keramik", "Bengkel Kayu", "Lilin", "Ecoprint", "Galeri"];

pub(super) const OFFICES: [&str; 8] =
    ["PPKUKM", "Parekraf", "PPAPP", "Nakertransgi", "Sosial", "KPKP", "Dekranasda", "PKK"];

pub(super) const HOURS: [&str; 5] = [
    "Senin–Sabtu 08.00–17.00",
    "Setiap hari 07.00–21.00",
    "Selasa–Minggu 09.00–18.00",
    "Senin–Jumat 08.00–16.00",
    "Setiap hari 10.00–22.00",
];

pub(super) const STORIES: [&str; 8] = [
    "Mulai dari pesanan tetangga satu gang, sekarang kirim ke seluruh Jakarta.",
    "Dikerjakan di rumah oleh tiga orang, setiap hari sejak pagi.",
    "Resepnya dari ibu, ukurannya dari gelas belimbing yang sama.",
    "Ikut pelatihan Jakpreneur, lalu berani menerima pesanan kantor.",
    "Bahannya dibeli pagi di pasar, dikerjakan siang, dikirim sore.",
    "Dulu hobi sepulang kerja, sekarang pekerjaan satu keluarga.",
    "Setiap pesanan ditulis di buku besar yang sama sejak hari pertama.",
    "Ibu-ibu satu RT bergiliran membantu bila pesanan sedang banyak.",
];

pub(super) const REMARKS: [&str; 10] = [
    "Dibuat setelah dipesan, jadi selalu baru.",
    "Dikemas rapi, aman untuk dikirim.",
    "Banyak dipesan untuk arisan dan rapat.",
    "Tanpa pengawet.",
    "Bisa diambil di rumah produksi.",
    "Ukurannya pas untuk oleh-oleh.",
    "Jumlah banyak mohon dipesan lebih awal.",
    "Warna dan bentuknya bisa sedikit berbeda karena buatan tangan.",
    "Cocok untuk bingkisan.",
    "Sudah langganan koperasi kantor.",
];

/// The trade of a seller, which its goods follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trade {
    Kuliner,
    Fashion,
    Kriya,
}

/// Goods that are named, measured and priced alike.
pub(super) struct Family {
    pub(super) trade: Trade,
    pub(super) subcategory: &'static str,
    pub(super) nouns: &'static [&'static str],
    pub(super) tails: &'static [&'static str],
    pub(super) unit: &'static str,
    pub(super) contents: &'static [&'static str],
    /// In thousands of rupiah.
    pub(super) prices: (u64, u64),
    pub(super) shelf_life: &'static str,
    pub(super) serving: &'static str,
    pub(super) variants: &'static [&'static str],
    pub(super) keywords: &'static str,
}

const TASTES: [&str; 8] =
    ["Original", "Pedas", "Balado", "Keju", "Asin Gurih", "Daun Jeruk", "Bawang", "Manis"];
const SIZES: [&str; 3] =
    ["Ukuran: S|M|L|XL +15.000", "Ukuran: Anak|Dewasa +20.000", "Warna: Hitam|Krem|Merah (habis)"];
const NO_VARIANTS: [&str; 0] = [];
const PATTERNS: [&str; 8] = [
    "Ondel-ondel",
    "Monas",
    "Polos",
    "Garis",
    "Bunga Kecil",
    "Mega Mendung",
    "Kembang Kelapa",
    "Batik Betawi",
];

pub(super) const FAMILIES: [Family; 12] = [
    Family {
        trade: Trade::Kuliner,
        subcategory: "camilan",
        nouns: &[
            "Keripik Tempe",
            "Keripik Singkong",
            "Keripik Pisang",
            "Kembang Goyang",
            "Rempeyek Kacang",
            "Kacang Bawang",
            "Stik Bawang",
            "Usus Crispy",
            "Basreng",
        ],
        tails: &TASTES,
        unit: "bungkus",
        contents: &["100 g", "150 g", "200 g", "250 g", "500 g"],
        prices: (10, 45),
        shelf_life: "90",
        serving: "kudapan",
        variants: &["Rasa: Asin|Pedas +1.000|Keju +2.000"],
        keywords: "oleh-oleh",
    },
    Family {
        trade: Trade::Kuliner,
        subcategory: "kue & roti",
        nouns: &[
            "Brownies",
            "Bolu",
            "Nastar",
            "Kastengel",
            "Risoles",
            "Lemper",
            "Kue Lapis",
            "Donat",
            "Pastel",
        ],
        tails: &["Cokelat", "Pandan", "Keju", "Ketan Hitam", "Pisang", "Srikaya", "Ayam", "Kacang"],
        unit: "kotak",
        contents: &["6 pcs", "10 pcs", "12 pcs", "20 pcs"],
        prices: (18, 120),
        shelf_life: "5",
        serving: "kudapan",
        variants: &["Isi: Cokelat|Keju +5.000|Campur +3.000", "Isi: 10|20 +20.000"],
        keywords: "kue lebaran",
    },
    Family {
        trade: Trade::Kuliner,
        subcategory: "makanan berat",
        nouns: &[
            "Nasi Kotak",
            "Nasi Uduk",
            "Soto Betawi",
            "Gado-gado",
            "Ketoprak",
            "Nasi Liwet",
            "Semur Jengkol",
            "Ayam Bakar",
            "Ikan Pesmol",
        ],
        tails: &["Komplet", "Ayam", "Daging", "Spesial", "Sederhana", "Sambal Matah", "Istimewa"],
        unit: "porsi",
        contents: &["1 porsi"],
        prices: (15, 55),
        shelf_life: "1",
        serving: "makan",
        variants: &["Pedas: Tidak pedas|Sedang|Pedas"],
        keywords: "makan siang rapat",
    },
    Family {
        trade: Trade::Kuliner,
        subcategory: "sambal & bumbu",
        nouns: &[
            "Sambal Cumi",
            "Sambal Bawang",
            "Sambal Teri",
            "Bumbu Rendang",
            "Bumbu Pecel",
            "Serundeng",
            "Abon Sapi",
            "Abon Ikan",
        ],
        tails: &["Pedas", "Sedang", "Tidak Pedas", "Khas Betawi", "Rumahan"],
        unit: "botol",
        contents: &["100 g", "150 g", "200 g", "250 ml"],
        prices: (18, 85),
        shelf_life: "180",
        serving: "",
        variants: &NO_VARIANTS,
        keywords: "lauk kering",
    },
    Family {
        trade: Trade::Kuliner,
        subcategory: "minuman",
        nouns: &[
            "Kopi Susu",
            "Bir Pletok",
            "Teh Bunga Telang",
            "Jamu Kunyit Asam",
            "Wedang Jahe",
            "Es Selendang Mayang",
            "Susu Kedelai",
        ],
        tails: &["Gula Aren", "Original", "Serai", "Pandan", "Madu", "Kurang Manis"],
        unit: "botol",
        contents: &["250 ml", "330 ml", "600 ml", "1 l"],
        prices: (8, 45),
        shelf_life: "7",
        serving: "minum",
        variants: &["Suhu: Dingin|Hangat"],
        keywords: "minuman rapat",
    },
    Family {
        trade: Trade::Kuliner,
        subcategory: "frozen",
        nouns: &[
            "Bandeng Presto",
            "Otak-otak",
            "Siomay",
            "Nugget Bandeng",
            "Cireng Isi",
            "Dimsum",
            "Tahu Bakso",
        ],
        tails: &["Ayam", "Ikan", "Udang", "Isi Keju", "Siap Goreng", "Duri Lunak"],
        unit: "pak",
        contents: &["10 pcs", "20 pcs", "400 g", "500 g"],
        prices: (20, 75),
        shelf_life: "60",
        serving: "",
        variants: &NO_VARIANTS,
        keywords: "lauk beku",
    },
    Family {
        trade: Trade::Fashion,
        subcategory: "busana",
        nouns: &[
            "Kebaya Encim",
            "Tunik",
            "Kemeja",
            "Gamis",
            "Baju Sadariah",
            "Kaos",
            "Rompi",
            "Mukena",
        ],
        tails: &PATTERNS,
        unit: "pcs",
        contents: &[""],
        prices: (55, 480),
        shelf_life: "",
        serving: "",
        variants: &SIZES,
        keywords: "seragam kantor",
    },
    Family {
        trade: Trade::Fashion,
        subcategory: "hijab",
        nouns: &["Pashmina", "Segi Empat", "Bergo", "Kerudung", "Ciput"],
        tails: &["Voal", "Katun", "Rayon", "Ecoprint", "Ceruti", "Jersey"],
        unit: "pcs",
        contents: &[""],
        prices: (20, 175),
        shelf_life: "",
        serving: "",
        variants: &SIZES,
        keywords: "jilbab",
    },
    Family {
        trade: Trade::Fashion,
        subcategory: "tas",
        nouns: &["Tas Selempang", "Ransel", "Totebag", "Dompet", "Pouch", "Tas Laptop"],
        tails: &["Kanvas", "Batik", "Kulit Sintetis", "Goni", "Daur Ulang", "Anyam"],
        unit: "pcs",
        contents: &[""],
        prices: (25, 350),
        shelf_life: "",
        serving: "",
        variants: &SIZES,
        keywords: "suvenir seminar",
    },
    Family {
        trade: Trade::Kriya,
        subcategory: "dekorasi",
        nouns: &[
            "Vas",
            "Hiasan Dinding",
            "Miniatur",
            "Lampu Meja",
            "Tempat Tisu",
            "Nampan",
            "Keranjang",
        ],
        tails: &[
            "Rotan",
            "Pandan",
            "Kayu Jati",
            "Kulit Kerang",
            "Bambu",
            "Ondel-ondel",
            "Eceng Gondok",
        ],
        unit: "pcs",
        contents: &[""],
        prices: (25, 600),
        shelf_life: "",
        serving: "",
        variants: &NO_VARIANTS,
        keywords: "hampers kado",
    },
    Family {
        trade: Trade::Kriya,
        subcategory: "lilin & sabun",
        nouns: &["Sabun Mandi", "Lilin Aromaterapi", "Sabun Cuci Batang", "Pengharum Ruangan"],
        tails: &["Kopi", "Sereh", "Melati", "Jelantah", "Susu Kedelai", "Kenanga"],
        unit: "pcs",
        contents: &["90 g", "120 g", "200 g"],
        prices: (12, 95),
        shelf_life: "365",
        serving: "",
        variants: &NO_VARIANTS,
        keywords: "suvenir",
    },
    Family {
        trade: Trade::Kriya,
        subcategory: "mainan",
        nouns: &["Boneka Rajut", "Gantungan Kunci", "Boneka Jari", "Puzzle Kayu", "Wayang Kardus"],
        tails: &["Ondel-ondel", "Tukang Bakso", "Bajaj", "Palang Pintu", "Monas", "Elang Bondol"],
        unit: "pcs",
        contents: &["", "4 pcs"],
        prices: (10, 150),
        shelf_life: "",
        serving: "",
        variants: &NO_VARIANTS,
        keywords: "kado anak",
    },
];
