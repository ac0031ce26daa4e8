-- AlterEnum
ALTER TYPE "complaint_outcome" ADD VALUE 'withdrawn';
