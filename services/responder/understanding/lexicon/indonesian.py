"""Indonesian."""

from .table import Table

TABLE = Table(
    code="id",
    common="saya|aku|gue|gua|kamu|anda|dia|kami|kita|mereka|nya|yang|di|ke|dari|untuk|buat|dengan|sama|dan|atau|"
    "tapi|tetapi|tidak|tak|nggak|gak|ga|ya|iya|bukan|ada|adalah|bisa|boleh|mau|ingin|ini|itu|apa|apakah|kapan|"
    "di mana|dimana|siapa|kenapa|bagaimana|gimana|berapa|kah|lah|dong|sih|deh|kak|pak|bu|mas|mbak|min|tolong|"
    "mohon|terima|kasih|makasih|halo|hai|selamat|sudah|belum|akan|juga|saja|aja|lagi|masih|pada|hari|jam|"
    "tanggal|kosong|jadi|kalau|karena|bisakah|permisi|dok|dokter|oke|ok|janji|jadwal|temu|nanti|sekarang|dulu|"
    "seorang|satu",
    weekdays="senin|sen, selasa, rabu, kamis, jumat|jum at, sabtu, minggu",
    months="januari|jan, februari|feb|pebruari, maret|mar, april|apr, mei, juni|jun, juli|jul, agustus|agu|agt, "
    "september|sep|sept, oktober|okt, november|nov|nopember, desember|des",
    numbers="nol, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, sebelas, dua belas, "
    "tiga belas, empat belas, lima belas, enam belas, tujuh belas, delapan belas, sembilan belas, dua puluh, "
    "dua puluh satu, dua puluh dua, dua puluh tiga, dua puluh empat, dua puluh lima, dua puluh enam, "
    "dua puluh tujuh, dua puluh delapan, dua puluh sembilan, tiga puluh, tiga puluh satu",
    more_numbers={
        35: "tiga puluh lima",
        40: "empat puluh",
        45: "empat puluh lima",
        50: "lima puluh",
        55: "lima puluh lima",
    },
    days={
        "0": "hari ini",
        "0 evening": "malam ini|nanti malam|ntar malam",
        "0 afternoon": "siang ini|sore ini|nanti siang|nanti sore|ntar sore",
        "0 morning": "pagi ini|tadi pagi",
        "1": "besok|esok|hari besok|besuk",
        "1 morning": "besok pagi|esok pagi",
        "1 afternoon": "besok siang|besok sore",
        "1 evening": "besok malam",
        "2": "lusa|besok lusa",
        "7": "seminggu lagi|satu minggu lagi|1 minggu lagi",
        "14": "dua minggu lagi|2 minggu lagi",
        "21": "tiga minggu lagi|3 minggu lagi",
        "week": "minggu depan|pekan depan|mgg depan",
        "12:25": "natal",
        "12:31": "malam tahun baru",
        "1:1": "tahun baru",
        "-1": "kemarin|kemaren|semalam",
        "-2": "kemarin dulu",
    },
    parts={
        "morning": "pagi|pagi hari|pagi pagi",
        "afternoon": "siang|sore|siang hari|sore hari|petang",
        "evening": "malam|malam hari",
    },
    units={
        "minute": "menit",
        "day": "hari",
        "week": "pekan|mgg",
        "month": "bulan|bln",
        "year": "tahun|thn",
    },
    named_times={
        "12:00": "tengah hari|jam dua belas siang",
        "00:00": "tengah malam",
    },
    fractions={
        30: "setengah jam",
        15: "seperempat",
    },
    before_hour={
        -30: "setengah",
    },
    meridiem={
        "am": "am",
        "pm": "pm",
    },
    signs={
        "clock": "wib|wita|wit",
        "minus": "kurang",
        "next": "depan|berikutnya|mendatang",
        "this": "ini",
        "last": "lalu|kemarin lalu|terakhir",
        "in": "dalam",
        "later": "lagi|kemudian|dari sekarang",
        "ago": "yang lalu|lalu",
        "weekend": "akhir pekan|akhir minggu|weekend",
        "earliest": "secepatnya|sesegera mungkin|secepat mungkin|paling cepat|jadwal terdekat|paling awal|"
        "urgent|segera|slot terdekat",
        "at_hours": "jam",
        "at": "pukul|jam sekitar|sekitar jam|sekitar pukul|kira kira jam|pkl",
        "on": "pada",
        "of": "dari",
        "and": "dan|lewat",
        "to": "sampai|hingga|ke|s d|sampe",
        "or": "atau",
        "not": "bukan|selain|kecuali|jangan",
        "before": "sebelum|sebelum jam|paling lambat",
        "after": "setelah|sesudah|mulai|sejak|setelah jam|dari jam|di atas jam|habis",
        "between": "antara|antara jam",
        "for": "untuk|buat",
        "a": "se",
        "daynumber": "tanggal|tgl",
        "greeting": "selamat pagi|selamat siang|selamat sore|selamat malam|met pagi|met siang|met malam|"
        "pagi kak|siang kak|sore kak|malam kak|selamat berakhir pekan",
        "period": "setiap hari|tiap hari|24 jam|24 7|sebentar|satu kali|sehari hari|sebentar lagi|satu lagi|"
        "itu saja untuk hari ini",
    },
    and_minutes=True,
    cues={
        "book_verb": "booking|pesan|memesan|reservasi|buat janji|membuat janji|daftar|mendaftar|bikin janji|"
        "buat jadwal|jadwalkan|ambil nomor antrian|ambil antrian|atur janji|book|bikin appointment|"
        "buat appointment|janji temu",
        "place": "janji|janji temu|jadwal|appointment|reservasi|booking|slot|konsultasi|antrian|meja|sesi|kunjungan",
        "want": "saya mau|saya ingin|mau|ingin|butuh|perlu|tolong|minta|pengen|pingin|maunya|lebih baik|"
        "gimana kalau|bagaimana kalau|kalau bisa|pilih|mohon",
        "may": "bisa|boleh|bisakah|apakah bisa|bolehkah|apa bisa",
        "come": "datang|ke sana|ke klinik|ketemu dokter|periksa|berobat|kontrol|kesana|mampir|berkunjung",
        "move_verb": "reschedule|jadwal ulang|jadwalkan ulang|menjadwalkan ulang|pindah jadwal|ganti jadwal|"
        "ubah jadwal|ganti hari|ganti jam|undur|diundur|memindahkan|dipindah|pindahkan|majukan|dimajukan|tunda|"
        "menunda|ganti tanggal|mengubah jadwal|geser|ubah janji",
        "change_verb": "ganti|ubah|pindah|mengubah|mengganti|diubah|diganti",
        "another": "jam lain|hari lain|waktu lain|tanggal lain|lebih awal|lebih cepat|lebih sore",
        "instead": "saja|bagaimana kalau|gimana kalau|sebagai gantinya",
        "cancel_verb": "batal|batalkan|membatalkan|cancel|dibatalkan|pembatalan janji|batalin",
        "cant_come": "tidak bisa datang|nggak bisa datang|gak bisa datang|ga bisa datang|tidak jadi|gak jadi|"
        "ga jadi|nggak jadi|berhalangan|tak bisa datang|tidak bisa hadir",
        "policy": "biaya pembatalan|kebijakan|denda|refund|pengembalian",
        "show": "kapan janji saya|kapan jadwal saya|jam berapa janji saya|jam berapa jadwal saya|lihat jadwal|"
        "lihat janji|cek jadwal saya|cek booking saya|apakah saya punya|jadwal saya kapan|"
        "konfirmasi jadwal saya|saya punya|cek janji",
        "bookings": "jadwal saya|janji saya|booking saya|reservasi saya|appointment saya",
        "queue": "nomor antrian|antrian saya|antrian berapa|nomor berapa|berapa lama menunggu|berapa lama antri|"
        "berapa lama nunggu|masih lama|giliran saya|waktu tunggu|berapa orang|sebelum saya|antriannya|antrean",
        "free": "kosong|tersedia|slot|ketersediaan|luang|jadwal kosong|lowong|available",
        "have": "ada|masih|apakah|kapan|jam berapa|apa|punya|yang",
        "offer": "jam berapa saja|kapan bisa|kapan saya bisa|hari apa saja|jadwal kosong|jam berapa yang|"
        "kapan ada|kapan tersedia|jadwal yang tersedia|jam berapa yang kosong|slot yang tersedia",
        "need_to": "apakah harus|harus daftar|bagaimana cara|gimana cara|cara daftar|perlu janji|tanpa janji|"
        "harus booking|cara booking",
        "ask": "apa|apakah|kapan|di mana|dimana|siapa|kenapa|mengapa|bagaimana|gimana|berapa|ada|bisa|boleh|"
        "mau tanya|ingin tanya|mau nanya|tanya|bisakah|apa ada|yang mana",
        "topic": "harga|biaya|berapa harganya|berapa biaya|tarif|ongkos|asuransi|bpjs|parkir|alamat|lokasi|"
        "jam buka|jam operasional|buka|tutup|pembayaran|bayar|kartu|transfer|nomor telepon|diskon|promo|"
        "jam praktek",
        "price": "berapa harga|berapa harganya|berapa biaya|berapa biayanya|berapa tarif|berapa tarifnya|"
        "berapa ongkos|berapa ongkosnya|harga berapa|harganya berapa|biaya berapa|biayanya berapa|tarifnya berapa|"
        "berapaan|bayar berapa|bayarnya berapa|berapa bayarnya|berapa duit|berapa rupiah|konsultasi berapa",
        "gratis": "gratis|cuma cuma|bebas biaya|tanpa biaya",
        "know": "tahu|tau|beritahu|kasih tahu|kasih tau",
        "talk": "bicara|berbicara|ngobrol|hubungi|menghubungi|bicara dengan|sambungkan",
        "human": "orang|manusia|admin|petugas|staf|staff|cs|customer service|orang asli|dokter|pemilik|manajer|"
        "seseorang",
        "person": "telepon saya|hubungi saya|orang asli|bicara dengan admin|customer service|minta admin|telpon saya",
        "stop": "stop|berhenti|hentikan|jangan kirim pesan lagi|unsubscribe|stop pesan",
        "start": "start|mulai|lanjutkan|aktifkan",
        "yes": "ya|iya|yap|yup|ok|oke|okay|baik|boleh|setuju|betul|siap|jadi|iya betul|bisa|ya tolong|"
        "saya konfirmasi|👍|✅|👌|sip|y|iya kak|ya benar|tentu",
        "agree": "bagus|benar|cocok|pas|sempurna|mantap|oke sip",
        "no": "tidak|nggak|gak|enggak|ga|tidak usah|jangan|bukan|tidak terima kasih|salah|👎|❌|tidak jadi deh|"
        "tak|ndak|belum",
        "not_book": "tidak mau|gak mau|nggak mau",
        "thanks": "terima kasih|makasih|terimakasih|thanks|thank you|trims|tq|thx|🙏|makasi|matur nuwun|mksh",
        "greeting": "halo|hai|hi|selamat pagi|selamat siang|selamat sore|selamat malam|assalamualaikum|permisi|"
        "hallo|pagi|siang|sore|malam|👋|hello",
        "goodbye": "sampai jumpa|dadah|bye|sampai ketemu|itu saja|sudah cukup|sampai besok|dah",
        "off_verb": "tulis|tuliskan|terjemahkan|buatkan|bikin|bikinkan|buatin|ceritakan|selesaikan|hitung|"
        "nyanyikan|program",
        "off_noun": "puisi|esai|cerita|lagu|python|lelucon|pr|tugas sekolah|persamaan|resep masakan|resep|"
        "lirik|novel|berita|pantun|artikel",
        "code": "kode",
        "code_work": "tulis|tuliskan|buatkan|bikin|bikinkan|buatin|selesaikan|program|perbaiki",
        "code_kept": "gerbang|pintu|masuk|portal|parkir|parkiran|garasi|ruang|ruangan|akses|wifi|diskon|promo|"
        "lift|alarm|pos|otp",
        "off_phrase": "ceritakan lelucon|terjemahkan ini|siapa yang menang|ibu kota|ibukota|makna hidup|"
        "akar kuadrat|cuaca|presiden|abaikan instruksi|abaikan semua instruksi|kurs dolar|bitcoin|akan hujan",
        "name_lead": "nama saya|nama aku|atas nama|nama lengkap saya|nama|a n|an",
        "name_weak": "saya|dengan",
        "name_filler": "nama saya|saya|atas nama|ya|iya|tolong|makasih|halo|nama|dengan|kak",
        "reason_lead": "untuk periksa|untuk|karena|mau periksa|keluhan|keluhannya|buat|mau",
        "first": "yang pertama|pertama|nomor satu|pilihan 1",
        "second": "yang kedua|kedua|nomor dua|pilihan 2",
        "third": "yang ketiga|ketiga|nomor tiga",
        "fourth": "yang keempat|keempat",
        "fifth": "yang kelima|kelima",
        "last": "yang terakhir|terakhir",
    },
)
