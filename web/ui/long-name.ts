/** A Thai name of more than 80 characters without a space, for examples. */
export const longName =
  "โครงการก่อสร้างปรับปรุงซ่อมแซมถนนคอนกรีตเสริมเหล็กสายบ้านหนองน้ำใสเชื่อมบ้านโคกสะอาดพร้อมวางท่อระบายน้ำและบ่อพัก";
